-- Where a remix came from, and whether everybody may see what became of an org agent's runs.
alter table agents add column remix_of uuid;
alter table agents add column results_shared boolean not null default false;
create index agents_of_owner on agents (owner_id) where deleted_at is null;
create index agents_newest on agents (created_at desc, id desc) where deleted_at is null;

-- What an agent was after each change; the newest row is what it is. The snapshot holds what the author wrote, and state,
-- note and owner. Without by_id it was the platform itself.
create table agent_versions (
    agent_id uuid not null references agents,
    version bigint not null,
    at timestamptz not null,
    by_id uuid,
    by_name text not null,
    change text not null,
    snapshot jsonb not null,
    primary key (agent_id, version)
);
insert into agent_versions (agent_id, version, at, by_id, by_name, change, snapshot)
select a.id, a.version, a.updated_at, m.id, m.name, case when a.version = 1 then 'created' else 'edited' end,
    a.settings || jsonb_strip_nulls(jsonb_build_object('state', a.state, 'stateNote', a.state_note,
        'owner', jsonb_build_object('id', m.id, 'name', m.name)))
from agents a join members m on m.id = a.owner_id where a.deleted_at is null;

-- The emergency stop: in force while since is there. Whatever starts work shares this row's lock.
create table emergency_stop (
    one boolean primary key default true check (one),
    since timestamptz,
    by_id uuid,
    by_name text,
    reason text,
    check ((since is null) = (by_id is null) and (since is null) = (by_name is null) and (since is null) = (reason is null))
);
insert into emergency_stop (one) values (true);

-- Agents that the emergency stop took off the schedule, and that nobody has stopped, paused or started since.
create table emergency_stopped_agents (
    agent_id uuid primary key references agents
);

-- Runs of one person, and those of the organisation, newest first.
create index runs_of_person on runs (acting_member, created_at desc, id desc) where acting_member is not null;
create index runs_of_organisation on runs (created_at desc, id desc) where acting_member is null;
