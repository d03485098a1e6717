-- The nine indices of Thông tư 01/2018/TT-VPCP: what the histories say, month by month, and what is typed meanwhile.
create schema if not exists reports;
grant usage on schema reports to motcua_app;

-- Who finished a step, and by when it was planned. Nothing personal.
create view dossiers.report_step as
select e.dossier_id, e.seq, e.at, e.by_office as office_id, e.by_account as account_id,
       (select case e.type
                 when 'forwarded' then p.body -> 'steps' -> ((e.body ->> 'stepIndex')::int - 1) ->> 'dueAt'
                 when 'step-finished' then p.body -> 'steps' -> (e.body ->> 'stepIndex')::int ->> 'dueAt'
                 else (select s ->> 'dueAt' from jsonb_array_elements(p.body -> 'steps') s
                        where s ->> 'kind' = 'sign' limit 1)
               end::timestamptz
          from dossiers.event p
         where p.dossier_id = e.dossier_id and p.seq < e.seq and p.body ? 'steps'
         order by p.seq desc limit 1) as planned_at
  from dossiers.event e
 where e.type in ('forwarded', 'step-finished', 'decided', 'signed-by-hand');
grant select on dossiers.report_step to motcua_app;

-- What has ended with a result or without, but was not withdrawn.
create view dossiers.report_ended as
select id, coalesce(number, reference) as name, agency_id, procedure_name, limit_unit, received_at, due_at, ended_at
  from dossiers.dossier
 where not training and ended_at is not null and received_at is not null and state not in ('withdrawn', 'not-accepted');
grant select on dossiers.report_ended to motcua_app;

-- ended since a day, by agency
create index dossier_ended on dossiers.dossier (agency_id, ended_at) where ended_at is not null and not training;

-- Points of the dossiers that ended in a month, and how many were scored. Index 9: filed online, of those received.
create table reports.index_month (
  month date not null check (extract(day from month) = 1),
  agency_id uuid not null,
  level text not null check (level in ('agency', 'office', 'officer')),
  subject_id uuid not null, -- the agency, office or account
  index smallint not null check (index in (1, 2, 3, 4, 9)),
  points integer not null,
  scored integer not null check (scored > 0),
  counted_at timestamptz(0) not null, -- legal time
  primary key (month, agency_id, level, subject_id, index)
);
grant select, insert, delete on reports.index_month to motcua_app;

-- Until surveys and feedback supply them: attitude (7) and answers to feedback (8), counted by somebody for a quarter,
-- with evidence. Only added to: the last one of a quarter counts, those before it stay.
create table reports.index_entry (
  id uuid primary key, -- key of the press
  agency_id uuid not null,
  account_id uuid, -- the officer it is about; null: the agency
  year smallint not null check (year between 2018 and 2100),
  quarter smallint not null check (quarter between 1 and 4),
  index smallint not null check (index in (7, 8)),
  -- 7: slips very satisfied, satisfied, not satisfied. 8: answered in time, all
  counts integer[] not null,
  evidence text not null check (length(evidence) between 1 and 2000),
  typed_by uuid not null,
  typed_by_name text not null,
  typed_at timestamptz(0) not null, -- legal time
  ordinal bigint generated always as identity, -- which came last, within one second too
  check (index = 7 or account_id is null)
);
create index index_entry_of on reports.index_entry (agency_id, year, quarter, index, ordinal);
grant select, insert on reports.index_entry to motcua_app;
