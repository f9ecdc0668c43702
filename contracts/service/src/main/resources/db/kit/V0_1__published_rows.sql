-- What a transaction wants published. Rows of one key leave in the order of their position.
create table published_rows (
    position bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    event_id text not null,
    event_type text not null,
    subject text not null,
    occurred_at timestamptz not null,
    value bytea not null,
    published boolean not null default false
);

create index published_rows_waiting on published_rows (position) where not published;
create index published_rows_done on published_rows (occurred_at) where published;
