-- Who took the result of dossiers handed over before receivers were found by number (0014): how far the one search
-- through them has come. Where nothing was handed over yet there is nothing to search.
create table dossiers.receiver_search (
  only_row boolean primary key default true check (only_row),
  after_id uuid not null,
  done boolean not null
);
insert into dossiers.receiver_search (after_id, done)
  select '00000000-0000-0000-0000-000000000000',
         not exists (select from dossiers.event where type = 'handed-over');
grant select, update on dossiers.receiver_search to motcua_app;

-- How large the database was, once a day (machine date): what it grew by is all that can be seen of a server whose
-- disk is elsewhere.
create table platform.database_size (
  day date primary key,
  bytes bigint not null check (bytes >= 0),
  noted_at timestamptz(0) not null
);
grant select, insert, delete on platform.database_size to motcua_app;
