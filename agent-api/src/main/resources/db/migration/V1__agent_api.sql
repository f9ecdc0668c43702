-- People, their browser sessions, and the key that platform tokens are signed with.
create table members (
    id uuid primary key,
    username text not null,
    name text not null,
    email text,
    role text not null check (role in ('member', 'admin')),
    state text not null check (state in ('active', 'disabled')),
    password_hash text not null,
    created_at timestamptz not null
);
create unique index members_username on members (lower(username));

create table browser_sessions (
    id uuid primary key,
    token_hash bytea not null unique,
    member_id uuid not null references members on delete cascade,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index browser_sessions_expires on browser_sessions (expires_at);

create table signing_keys (
    id uuid primary key,
    private_key bytea not null,
    public_key bytea not null,
    active boolean not null,
    created_at timestamptz not null default now()
);
create unique index signing_keys_active on signing_keys (active) where active;

-- Agents. What its author wrote is one document; the columns are what the platform looks up by.
-- A deleted agent keeps its row, so that its history stays readable for its owner.
create table agents (
    id uuid primary key,
    type text not null check (type in ('user', 'org')),
    origin text not null check (origin in ('local', 'installed', 'remix')),
    owner_id uuid not null references members,
    visibility text not null check (visibility in ('everyone', 'private')),
    state text not null check (state in ('active', 'paused', 'stopped')),
    state_note text,
    settings jsonb not null,
    schedule_set_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    deleted_at timestamptz
);
create index agents_owner on agents (owner_id);

-- How an agent stands. Its row is also the lock that serialises all changes of the agent's history.
create table agent_standings (
    agent_id uuid primary key,
    run_count bigint not null default 0,
    error_count bigint not null default 0,
    skipped_count bigint not null default 0,
    running bigint not null default 0,
    timed_count bigint not null default 0,
    total_duration_ms bigint not null default 0,
    total_tokens bigint not null default 0,
    last_run_at timestamptz,
    last_status text,
    last_decision text
);

-- The history: one row a run, and one for each decision that brought none.
create table runs (
    id uuid primary key,
    agent_id uuid not null,
    agent_name text not null,
    session_id uuid,
    trigger text not null check (trigger in ('schedule', 'manual', 'backfill', 'chat')),
    scheduled_for timestamptz,
    scheduled_until timestamptz,
    due_count bigint not null default 1,
    task text,
    status text not null
        check (status in ('pending', 'running', 'waiting', 'completed', 'failed', 'cancelled', 'skipped')),
    end_reason text,
    error text,
    summary text,
    output text,
    started_at timestamptz,
    finished_at timestamptz,
    duration_ms bigint,
    tool_calls int not null default 0,
    model_calls int not null default 0,
    input_tokens bigint not null default 0,
    output_tokens bigint not null default 0,
    attempt int not null default 0,
    acting_for jsonb not null,
    acting_member uuid,
    last_n bigint not null default 0,
    created_at timestamptz not null
);
create index runs_agent on runs (agent_id, created_at desc, id desc);
create index runs_newest on runs (created_at desc, id desc);
create index runs_session on runs (session_id);
create index runs_open on runs (agent_id) where status in ('pending', 'running', 'waiting');

-- Run events that came before an earlier one of their run; they wait until the gap is closed.
create table early_run_events (
    run_id uuid not null,
    n bigint not null,
    value bytea not null,
    received_at timestamptz not null default now(),
    primary key (run_id, n)
);
create index early_run_events_received on early_run_events (received_at);

-- The public events, numbered by one counter inside the transaction that makes them.
create table background_event_counter (
    one boolean primary key default true check (one),
    last bigint not null
);
insert into background_event_counter (last) values (0);

create table background_events (
    number bigint primary key,
    event_type text not null,
    agent_id uuid not null,
    owner_id uuid,
    occurred_at timestamptz not null,
    value bytea not null
);
create index background_events_occurred on background_events (occurred_at);

-- Chats that were opened here; the session itself belongs to collab-service.
create table chats (
    session_id uuid primary key,
    agent_id uuid not null,
    member_id uuid not null references members,
    created_at timestamptz not null default now()
);

-- First answers of creating and starting calls, kept for a day.
create table idempotency_keys (
    member_id uuid not null,
    path text not null,
    key text not null,
    body_hash bytea not null,
    status int,
    body text,
    headers jsonb,
    created_at timestamptz not null default now(),
    primary key (member_id, path, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);
