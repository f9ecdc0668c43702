-- Personal access tokens. Only the hash of the token is stored; the prefix is for people to tell them apart.
create table access_tokens (
    id uuid primary key,
    member_id uuid not null references members on delete cascade,
    name text not null,
    token_hash bytea not null unique,
    prefix text not null,
    scopes text[] not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz
);
create index access_tokens_member on access_tokens (member_id, created_at desc, id desc);
create index access_tokens_expires on access_tokens (expires_at);

-- A command line that asks to be signed in (RFC 8628). A code is decided once and used once.
create table device_requests (
    id uuid primary key,
    device_code_hash bytea not null unique,
    user_code text not null unique,
    client_id text not null,
    scopes text[] not null,
    address text,
    state text not null default 'pending' check (state in ('pending', 'approved', 'denied', 'used')),
    member_id uuid references members on delete cascade,
    poll_interval_s int not null,
    polled_at timestamptz,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index device_requests_expires on device_requests (expires_at);
create index device_requests_address on device_requests (address, created_at);

-- User codes that a member typed and that were none.
create table device_guesses (
    member_id uuid not null references members on delete cascade,
    guessed_at timestamptz not null default now()
);
create index device_guesses_member on device_guesses (member_id, guessed_at);

-- A key is published before it signs, and stays published until nothing that it signed is valid any more.
drop index signing_keys_active;
alter table signing_keys add column state text check (state in ('next', 'active', 'retired'));
alter table signing_keys add column active_at timestamptz;
alter table signing_keys add column retired_at timestamptz;
update signing_keys
set state = case when active then 'active' else 'retired' end,
    active_at = created_at,
    retired_at = case when active then null else now() end;
alter table signing_keys alter column state set not null;
alter table signing_keys drop column active;
create unique index signing_keys_one_of_each on signing_keys (state) where state in ('next', 'active');
