-- What the one-stop did to have a result fetched, and which dossiers were accepted together. Both are said by the
-- history; the row has them for lists, verify compares.
alter table dossiers.dossier
  add column told_times integer not null default 0 check (told_times >= 0),
  add column told_at timestamptz(0),
  add column told_outcome text check (told_outcome in ('reached', 'sent', 'no-answer', 'wrong-number')),
  add constraint dossier_told check ((told_times = 0) = (told_at is null) and (told_at is null) = (told_outcome is null)),
  add column group_id uuid; -- the press that accepted several at once; null: accepted alone
create index dossier_group on dossiers.dossier (group_id, id) where group_id is not null;
create index dossier_ready on dossiers.dossier (holder_office_id, ended_at, id) where state = 'decided';

-- After how many days a result that nobody fetched is said to wait too long: per agency, ours until it is set.
create table dossiers.unfetched_days (
  key uuid primary key, -- of the press
  ordinal integer generated always as identity,
  agency_id uuid not null,
  days integer not null check (days between 1 and 365),
  set_at timestamptz(0) not null,
  set_by uuid not null
);
grant select, insert on dossiers.unfetched_days to motcua_app;
create index unfetched_days_latest on dossiers.unfetched_days (agency_id, set_at desc, ordinal desc);
