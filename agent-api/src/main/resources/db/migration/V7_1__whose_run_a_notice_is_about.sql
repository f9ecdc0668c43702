-- A run that acted for a member is told to nobody else, whoever has the agent by then.
alter table notices add column acting_member uuid;
