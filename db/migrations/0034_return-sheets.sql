-- One person fetches several results: one sheet to sign. Who it is lies in the sealed part of each history.
create table dossiers.return_sheet (
  id uuid primary key, -- of the press
  office_id uuid not null, -- the one-stop that returned them
  made_at timestamptz(0) not null, -- legal time
  made_by uuid not null,
  made_by_name text not null
);
grant select, insert on dossiers.return_sheet to motcua_app;

create table dossiers.return_sheet_line (
  sheet_id uuid not null references dossiers.return_sheet,
  ordinal integer not null,
  dossier_id uuid not null unique references dossiers.dossier, -- a result is handed over once
  number text not null,
  primary key (sheet_id, ordinal)
);
grant select, insert on dossiers.return_sheet_line to motcua_app;
