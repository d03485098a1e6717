-- The clock of QĐ 766/QĐ-TTg beside the legal one: its due date, and how many supplements have been asked for.
-- `supplements` null: written before this clock was kept, a job counts it.
alter table dossiers.dossier
  add column national_due_at timestamptz(0),
  add column supplements smallint;
alter table dossiers.clock_interval
  add column national_due_at timestamptz(0), -- as it stood then
  add column supplements smallint;
create index dossier_uncounted on dossiers.dossier (id) where supplements is null;
create index clock_interval_uncounted on dossiers.clock_interval (dossier_id) where supplements is null;

-- Only what has never been counted: an interval that was written stays as it is.
create function dossiers.count_interval(of_dossier uuid, of_seq integer, due timestamptz, asked smallint)
returns void language sql security definer set search_path = dossiers, pg_temp as $$
  update dossiers.clock_interval set national_due_at = due, supplements = asked
   where dossier_id = of_dossier and seq = of_seq and supplements is null;
$$;
revoke all on function dossiers.count_interval(uuid, integer, timestamptz, smallint) from public;
grant execute on function dossiers.count_interval(uuid, integer, timestamptz, smallint) to motcua_app;

-- Until it is counted the legal date stands in its place.
create or replace view dossiers.report_interval as
select dossier_id, seq, kind, office_id, account_id, from_at, due_at,
       case when supplements is null then due_at else national_due_at end as national_due_at, supplements
  from dossiers.clock_interval;
