-- The newest record of each agent; a deleted one keeps its last definition for chats that are under way.
create table agents (
    agent_id uuid primary key,
    version bigint not null,
    state text not null,
    definition text
);

create table sessions (
    id uuid primary key,
    kind text not null check (kind in ('background', 'chat')),
    agent_id uuid not null,
    agent_name text,
    agent_type text,
    owner_id uuid,
    owner_name text,
    run_id uuid,
    head bigint not null default 0,
    active_run uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index sessions_of_owner on sessions (owner_id, created_at desc, id desc);
create index sessions_of_organisation on sessions (created_at desc, id desc) where agent_type = 'org';
create index sessions_of_unknown_agent on sessions (agent_id) where agent_type is null;

-- The log: seq is 1, 2, 3, … within a session. The body is the event as clients see it, without its seq.
create table session_events (
    session_id uuid not null,
    seq bigint not null,
    body text not null,
    primary key (session_id, seq)
);

-- How far each run's journal has been taken over. Rows stay, so that a repeated record is always recognised.
create table session_runs (
    run_id uuid primary key,
    session_id uuid not null,
    agent_id uuid not null,
    last_n bigint not null,
    status text not null,
    held boolean not null default false
);

-- Journal events that came before an earlier one of their run.
create table held_run_events (
    run_id uuid not null,
    n bigint not null,
    value bytea not null,
    primary key (run_id, n)
);

-- What people said. A message waits until taken_at is set; run_id is the run that it was handed to.
create table messages (
    message_id uuid primary key,
    position bigint generated always as identity,
    session_id uuid not null,
    author_id uuid not null,
    author_name text not null,
    client_id text not null,
    text text not null,
    posted_at timestamptz not null,
    run_id uuid,
    taken_at timestamptz,
    unique (session_id, author_id, client_id)
);

create index messages_waiting on messages (session_id, position) where taken_at is null;
