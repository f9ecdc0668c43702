-- The newest record of each agent, and how far its due times are decided.
create table schedules (
    agent_id uuid primary key,
    version bigint not null,
    state text not null check (state in ('active', 'paused', 'stopped', 'deleted')),
    -- the agent.changed record as JSON; null once the agent is deleted
    record json check ((record is null) = (state = 'deleted')),
    -- no due time up to here will be decided any more
    decided_until timestamptz not null,
    -- the first due time that is not decided yet; null when none will come
    next_due_at timestamptz check (next_due_at is null or state = 'active'),
    -- when it is decided: the due time and its jitter
    fire_at timestamptz,
    check ((fire_at is null) = (next_due_at is null))
);

create index schedules_upcoming on schedules (fire_at) where fire_at is not null;

-- One row for each decision. A decision about several due times that bring no run is one row.
create table decisions (
    run_id uuid primary key,
    agent_id uuid not null,
    due_at timestamptz not null,
    due_until timestamptz not null,
    due_count bigint not null check (due_count >= 1),
    -- 'due', or the reason why not
    outcome text not null,
    decided_at timestamptz not null
);

create index decisions_of_agent on decisions (agent_id, due_at);
create index decisions_by_age on decisions (decided_at);
