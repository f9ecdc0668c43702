-- The ID token of a sign-in at a provider, sealed, shown to it again at sign-out. It is no credential here.
create table sign_out_hints (
    session_id uuid primary key references browser_sessions on delete cascade,
    hint text not null
);
