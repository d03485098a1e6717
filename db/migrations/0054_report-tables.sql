-- What tables of reports show of a dossier, and the lists behind their numbers. Nothing personal.
create or replace view dossiers.report_timeliness as
select id, agency_id, intake_office_id, channel, procedure_code, field, state, limit_unit, received_at, due_at, ended_at,
       assisted, coalesce(number, reference) as name, procedure_name
  from dossiers.dossier
 where not training and received_at is not null and state <> 'not-accepted';

-- What was filed, as each event said it: a procedure corrected later does not change a report of before.
create view dossiers.report_filing as
select dossier_id, seq, at, type = 'procedure-corrected' as corrected,
       body -> 'filing' -> 'procedure' ->> 'field' as field, body -> 'filing' -> 'limit' ->> 'unit' as limit_unit
  from dossiers.event where body ? 'filing';
grant select on dossiers.report_filing to motcua_app;
create index event_procedure_corrected on dossiers.event (at, dossier_id) where type = 'procedure-corrected';

-- Which offices hold or held it: who may open a dossier behind a number.
create view dossiers.report_involved as select dossier_id, office_id from dossiers.involved_office;
grant select on dossiers.report_involved to motcua_app;

-- The numbers of the registers: what the tables are compared with.
create view dossiers.report_register as
select agency_id, received_at, state = 'not-accepted' as annulled
  from dossiers.dossier where not training and number is not null and received_at is not null;
grant select on dossiers.report_register to motcua_app;

create schema reports;
grant usage on schema reports to motcua_app;

-- Reports as they were given away. Only added to: a later one of the same period is a row of its own.
create table reports.frozen_report (
  id uuid primary key, -- key of the press
  code text not null,
  agency_id uuid not null, -- whose report it is: the agency of the person who froze it
  office_code text, -- of one agency; null: of all in agency_ids
  agency_ids uuid[] not null, -- whose dossiers were counted
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  clock text not null check (clock in ('legal', '766')),
  counted_at timestamptz(0) not null, -- legal time
  frozen_at timestamptz(0) not null, -- machine time
  frozen_by uuid not null,
  frozen_by_name text not null,
  frozen_by_title text not null,
  columns text[] not null,
  digest bytea not null check (length(digest) = 32)
);
create index frozen_report_of_agency on reports.frozen_report (agency_id, counted_at desc, id desc);
create table reports.frozen_line (
  report_id uuid not null references reports.frozen_report,
  ordinal integer not null,
  kind text not null, -- what the line is of: sum, field, agency …
  key text not null,
  name text not null,
  cells integer[] not null, -- in the order of the columns; null: nothing to say
  primary key (report_id, ordinal)
);
grant select, insert on reports.frozen_report, reports.frozen_line to motcua_app;
