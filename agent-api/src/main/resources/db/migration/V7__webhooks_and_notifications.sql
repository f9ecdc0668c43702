-- The stable id of a public event, the same as on Kafka: receivers of webhooks drop a repeat by it.
alter table background_events add column event_id text;

-- Webhooks. cursor is the number of the last public event that was delivered or was not for this one; the numbers after it
-- wait. claim and claimed_until are the delivering node's, and next_attempt_at is not earlier than the next retry.
create table webhooks (
    id uuid primary key,
    member_id uuid not null references members on delete cascade,
    as_admin boolean not null,
    name text not null,
    url text not null,
    events text[] not null,
    agent_id uuid,
    state text not null check (state in ('active', 'paused')),
    paused_reason text,
    secret text not null,
    previous_secret text,
    previous_until timestamptz,
    secret_set_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    cursor bigint not null,
    failures int not null default 0,
    failing_since timestamptz,
    next_attempt_at timestamptz not null default now(),
    claim uuid,
    claimed_until timestamptz
);
create index webhooks_member on webhooks (member_id, created_at desc, id desc);
create index webhooks_due on webhooks (next_attempt_at) where state = 'active';

-- What was sent, or waits to be sent: one row a message. Messages of the feed are sent by their webhook's cursor; the others
-- (test, redelivery, notification) by themselves, when next_attempt_at has come.
create table webhook_deliveries (
    id uuid primary key,
    webhook_id uuid not null references webhooks on delete cascade,
    cause text not null check (cause in ('event', 'test', 'redelivery', 'notification')),
    event_id text not null,
    event_number bigint,
    event_type text not null,
    body text,
    status text not null check (status in ('pending', 'delivered', 'failed')),
    attempt int not null default 0,
    response_status int,
    response text,
    error text,
    duration_ms bigint,
    created_at timestamptz not null default clock_timestamp(),
    attempted_at timestamptz,
    next_attempt_at timestamptz
);
create index webhook_deliveries_newest on webhook_deliveries (webhook_id, created_at desc, id desc);
create index webhook_deliveries_old on webhook_deliveries (created_at);
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at)
    where next_attempt_at is not null and cause <> 'event';

-- Who wants to hear of what: per agent, and per member for agents that say nothing themselves.
create table agent_notifications (
    agent_id uuid primary key references agents on delete cascade,
    on_failure text[] not null,
    on_waiting text[] not null,
    webhook_id uuid references webhooks on delete set null
);
create table member_notifications (
    member_id uuid primary key references members on delete cascade,
    on_failure text[] not null,
    on_waiting text[] not null,
    webhook_id uuid references webhooks on delete set null
);

-- Whether an agent keeps failing, and when its latest notice about that goes out or went out.
create table failing_agents (
    agent_id uuid primary key,
    noticed_at timestamptz not null
);

-- What somebody is to be told, committed together with the history it speaks of. It is addressed (one letter a recipient)
-- when not_before has come, so who hears of it is decided then.
create table notices (
    id uuid primary key,
    agent_id uuid not null,
    run_id uuid not null,
    kind text not null check (kind in ('failure', 'waiting')),
    count int not null default 1,
    agent_name text not null,
    detail text not null,
    happened_at timestamptz not null,
    not_before timestamptz not null,
    addressed boolean not null default false,
    created_at timestamptz not null default clock_timestamp()
);
create index notices_due on notices (not_before) where not addressed;
create index notices_agent on notices (agent_id) where not addressed;
create index notices_old on notices (created_at);

create table letters (
    id uuid primary key,
    notice_id uuid not null references notices on delete cascade,
    member_id uuid not null references members on delete cascade,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    attempt int not null default 0,
    error text,
    next_attempt_at timestamptz not null default now(),
    sent_at timestamptz
);
create index letters_due on letters (next_attempt_at) where state = 'waiting';
create index letters_notice on letters (notice_id);
