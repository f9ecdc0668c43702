-- Every security-relevant act: who did what to what, when, and from where. Rows are only ever added.
create table audit_entries (
    id uuid primary key,
    at timestamptz not null default clock_timestamp(),
    action text not null,
    outcome text not null check (outcome in ('done', 'refused')),
    actor_kind text not null check (actor_kind in ('member', 'service', 'system', 'anonymous')),
    actor_id uuid,
    actor_name text,
    target_kind text,
    target_id text,
    target_name text,
    address text,
    credential text,
    detail jsonb not null default '{}'
);
create index audit_entries_newest on audit_entries (at desc, id desc);
create index audit_entries_actor on audit_entries (actor_id, at desc, id desc);
create index audit_entries_action on audit_entries (action, at desc, id desc);
create index audit_entries_target on audit_entries (target_id, at desc, id desc);
