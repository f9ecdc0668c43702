-- A node is a data folder; its instance is the process that holds it now.
create table nodes (
    node_id uuid primary key,
    instance_id uuid not null,
    heartbeat_at timestamptz not null
);

-- One row for each run that ever asked: the highest fence seen, where its sandbox is, and whether the run is over.
create table leases (
    run_id uuid primary key,
    session_id uuid not null,
    fence bigint not null,
    node_id uuid not null,
    used_at timestamptz not null,
    closed_at timestamptz
);
create index leases_used_at on leases (used_at);

-- What was executed, keyed by the step that asked for it. A row is never run twice.
create table executions (
    run_id uuid not null,
    step_id uuid not null,
    session_id uuid not null,
    tool text not null,
    request_hash bytea not null,
    node_id uuid not null,
    instance_id uuid not null,
    status text not null check (status in ('running', 'completed', 'failed', 'refused', 'interrupted')),
    exit_code integer,
    output text not null default '',
    truncated boolean not null default false,
    timed_out boolean not null default false,
    started_at timestamptz not null,
    finished_at timestamptz,
    primary key (run_id, step_id),
    check ((status = 'running') = (finished_at is null))
);
create index executions_running on executions (node_id, instance_id) where status = 'running';
create index executions_finished_at on executions (finished_at);
