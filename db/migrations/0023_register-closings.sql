-- A register of a year is closed when the year is over: how many entries, and a digest over their numbers.
create table dossiers.register_closing (
  office_id uuid not null,
  register text not null check (register in ('received', 'result')),
  year integer not null check (year between 2000 and 2200),
  entries integer not null check (entries >= 0),
  digest bytea not null check (length(digest) = 32),
  closed_at timestamptz(0) not null, -- legal time
  closed_by uuid not null,
  closed_by_name text not null,
  primary key (office_id, register, year)
);
grant select, insert on dossiers.register_closing to motcua_app;
create index dossier_intake_received on dossiers.dossier (intake_office_id, received_at, id)
  where received_at is not null;
