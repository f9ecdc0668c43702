-- The queue and the journal's head: one row a run, and the newest truth about it.
create table runs (
    run_id uuid primary key,
    position bigint generated always as identity,
    session_id uuid not null,
    agent_id uuid not null,
    chat boolean not null,
    status text not null,
    -- The due record as it came; absent only for one that could not be read.
    due bytea,
    decided_at timestamptz,
    admitted_at timestamptz not null,
    -- The lease. Who holds a lower fence than this one writes nothing any more.
    fence bigint not null default 0,
    holder uuid,
    lease_until timestamptz,
    attempt integer not null default 0,
    -- The number of the last event.
    n bigint not null,
    tool_calls integer not null default 0,
    model_calls integer not null default 0,
    input_tokens bigint not null default 0,
    output_tokens bigint not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    end_reason text,
    error text,
    summary text,
    output text
);

create index runs_open on runs (chat, position) where status in ('pending', 'running');
create index runs_open_of_agent on runs (agent_id) where status in ('pending', 'running');
create index runs_of_session on runs (session_id, position);

-- Model calls and tool calls, numbered 1, 2, 3, … within their run. Arguments and calls are JSON, kept as it came.
create table steps (
    run_id uuid not null references runs (run_id) on delete cascade,
    n integer not null,
    step_id uuid not null,
    kind text not null,
    model text,
    call_id text,
    tool text,
    arguments text,
    tool_calls text,
    status text not null,
    result text not null,
    counted boolean not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    duration_ms bigint,
    input_tokens bigint,
    output_tokens bigint,
    primary key (run_id, n)
);

-- Commands for runs that have not arrived yet.
create table early_stops (
    run_id uuid primary key,
    sentence text not null,
    received_at timestamptz not null default now()
);

-- What is known of agents: whether, and since when, they were held back.
create table agents (
    agent_id uuid primary key,
    version bigint not null,
    state text not null,
    held text,
    held_at timestamptz
);
