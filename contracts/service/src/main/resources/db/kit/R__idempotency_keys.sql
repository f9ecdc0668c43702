-- First answers of creating and starting calls, kept for a day. Repeatable, since services had versions before the kit
-- had this table; agent-api had it already.
create table if not exists idempotency_keys (
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
create index if not exists idempotency_keys_created on idempotency_keys (created_at);
