-- Dossiers taken over from the software before, with their numbers and the dates promised there.
alter table dossiers.dossier
  -- legal time; null: accepted here
  add column taken_over_at timestamptz(0),
  -- the due date is the one that was promised there: no change of the calendar moves it
  add column due_promised boolean not null default false;

-- Numbers of a day's series that were not given at the counter here: the software before gave them, or they were
-- lost with what was done after a backup. Spans of one day never overlap; `last` of the series counts them.
create table dossiers.number_elsewhere (
  agency_id uuid not null,
  day date not null,
  first integer not null check (first > 0),
  last integer not null check (last >= first),
  reason text not null check (reason in ('taken-over', 'lost')),
  at timestamptz(0) not null, -- legal time
  primary key (agency_id, day, first),
  foreign key (agency_id, day) references dossiers.number_series (agency_id, day)
);
grant select, insert on dossiers.number_elsewhere to motcua_app;
