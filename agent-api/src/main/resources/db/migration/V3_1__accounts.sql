-- Accounts: names that nobody mistakes for each other, people who sign in elsewhere, groups, invites, failed sign-ins.
-- A removed member keeps a row, since the history names people; nothing else of the account stays.
alter table members alter column password_hash drop not null;
alter table members drop constraint members_state_check;
alter table members add constraint members_state_check check (state in ('active', 'disabled', 'removed'));
alter table members add column max_agents int check (max_agents >= 0);
create index members_newest on members (created_at desc, id desc) where state <> 'removed';
create index members_sign_in on members (lower(username)) where state <> 'removed';
drop index members_username;
-- Two names with the same skeleton look alike: case, 0 and o, 1, i and l, rn and m, vv and w do not count.
create unique index members_username on members
    (replace(replace(translate(lower(username), '01i', 'oll'), 'rn', 'm'), 'vv', 'w')) where state <> 'removed';

-- Who a member is at an identity provider or for the trusted proxy (issuer 'proxy').
create table member_identities (
    issuer text not null,
    subject text not null,
    member_id uuid not null references members,
    created_at timestamptz not null default now(),
    primary key (issuer, subject)
);
create index member_identities_member on member_identities (member_id);

-- A provider's group belongs to its issuer, so that no other provider gives what was granted to it.
create table groups (
    id uuid primary key,
    name text not null,
    origin text not null check (origin in ('local', 'provider')),
    issuer text,
    created_at timestamptz not null default now(),
    check ((origin = 'provider') = (issuer is not null))
);
create unique index groups_local on groups (lower(name)) where origin = 'local';
create unique index groups_provider on groups (issuer, name) where origin = 'provider';
create index groups_newest on groups (created_at desc, id desc);

create table group_members (
    group_id uuid not null references groups on delete cascade,
    member_id uuid not null references members,
    added_at timestamptz not null default now(),
    primary key (group_id, member_id)
);
create index group_members_member on group_members (member_id);

-- Only the hash of an invite's code is stored.
create table invites (
    id uuid primary key,
    code_hash bytea not null unique,
    role text not null check (role in ('member', 'admin')),
    email text,
    created_by uuid not null references members,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by uuid references members,
    revoked_at timestamptz
);
create index invites_newest on invites (created_at desc, id desc);

alter table browser_sessions add column address text;
alter table browser_sessions add column user_agent text;
create index browser_sessions_member on browser_sessions (member_id);

-- Failed sign-ins of one account or from one address in the current window; shared by all nodes.
create table sign_in_failures (
    subject text primary key,
    since timestamptz not null,
    failures int not null
);
create index sign_in_failures_since on sign_in_failures (since);
