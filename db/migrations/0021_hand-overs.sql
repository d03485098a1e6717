-- From office to office: who handed over, who took it or gave it back. The rows follow the history; the printed
-- list puts those of one office and time together, both sides sign it.
create table dossiers.hand_over_list (
  id uuid primary key,
  from_office_id uuid not null,
  to_office_id uuid not null,
  made_at timestamptz(0) not null, -- legal time
  made_by uuid not null,
  made_by_name text not null,
  dossiers integer not null check (dossiers > 0)
);
grant select, insert on dossiers.hand_over_list to motcua_app;
create index hand_over_list_from on dossiers.hand_over_list (from_office_id, made_at desc, id desc);
create index hand_over_list_to on dossiers.hand_over_list (to_office_id, made_at desc, id desc);

create table dossiers.hand_over (
  dossier_id uuid not null references dossiers.dossier,
  seq integer not null, -- the event that handed it over
  from_office_id uuid not null,
  to_office_id uuid not null,
  handed_at timestamptz(0) not null,
  handed_by text not null,
  list_id uuid references dossiers.hand_over_list,
  answered_at timestamptz(0),
  answered_by text,
  refused boolean not null default false,
  primary key (dossier_id, seq)
);
grant select, insert, update (list_id, answered_at, answered_by, refused) on dossiers.hand_over to motcua_app;
create index hand_over_unlisted on dossiers.hand_over (from_office_id, to_office_id, handed_at)
  where list_id is null and answered_at is null;
create index hand_over_of_list on dossiers.hand_over (list_id) where list_id is not null;
create index hand_over_open on dossiers.hand_over (dossier_id) where answered_at is null;
