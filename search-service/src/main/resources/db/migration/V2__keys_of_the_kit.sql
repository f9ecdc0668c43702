-- The service kit keeps the first answers of creating calls, in a table of its own.
drop table answered_keys;

create index sources_newest on sources (created_at desc, id desc);
