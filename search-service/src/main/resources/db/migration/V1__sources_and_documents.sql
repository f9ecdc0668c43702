create table sources (
    id uuid primary key,
    name text not null,
    kind text not null,
    path text not null,
    read_by_everyone boolean not null,
    reader_members uuid[] not null,
    reader_groups uuid[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (not read_by_everyone or (cardinality(reader_members) = 0 and cardinality(reader_groups) = 0))
);

-- One row, written with the first source: what is deleted later is never made again by itself.
create table first_source (
    made boolean primary key check (made)
);

-- What a creating call answered, so that its repeat gets the same.
create table answered_keys (
    member_id uuid not null,
    path text not null,
    key text not null,
    request text not null,
    answer text,
    created_at timestamptz not null default now(),
    primary key (member_id, path, key)
);
create index answered_keys_age on answered_keys (created_at);

-- One row a source. Its lock orders the changes of that source, so that they become visible in the order of their
-- numbers. head: the newest change. forgotten: removals up to this change are no longer listed.
create table source_sync (
    source_id uuid primary key references sources on delete cascade,
    head bigint not null default 0,
    forgotten bigint not null default 0,
    requested bigint not null default 1,
    served bigint not null default 0,
    state text not null default 'pending',
    skipped int not null default 0,
    last_sync_at timestamptz,
    error text
);

create table documents (
    id uuid primary key,
    source_id uuid not null references sources on delete cascade,
    path text not null,
    title text not null,
    type text not null,
    size bigint not null,
    hash text not null,
    modified_at timestamptz not null,
    read_at timestamptz not null,
    change bigint not null,
    body text not null
);
create index documents_by_change on documents (source_id, change);

create table removed_documents (
    document_id uuid primary key,
    source_id uuid not null references sources on delete cascade,
    change bigint not null,
    removed_at timestamptz not null default now()
);
create index removed_documents_by_change on removed_documents (source_id, change);
create index removed_documents_age on removed_documents (removed_at);
