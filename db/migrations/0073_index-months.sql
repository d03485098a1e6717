-- Months of an agency whose points have changed since they were counted: written by the change of a dossier itself, so
-- that none is missed, however old the month is. One may stand there more than once.
create table reports.index_to_count (
  id bigint generated always as identity primary key,
  agency_id uuid not null,
  month date not null check (extract(day from month) = 1)
);
create index index_to_count_of on reports.index_to_count (agency_id, month);
grant select, insert, delete on reports.index_to_count to motcua_app;

-- The last time when all that had changed was counted, one row. Legal time.
create table reports.index_run (
  only_one boolean primary key default true check (only_one),
  at timestamptz(0) not null
);
grant select, insert, update on reports.index_run to motcua_app;
alter table reports.index_month drop column counted_at;

create function reports.note_index_months() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into reports.index_to_count (agency_id, month)
    select distinct old.agency_id, date_trunc('month', moment at time zone 'Asia/Ho_Chi_Minh')::date
      from unnest(array[old.received_at, old.ended_at]) moment where moment is not null;
  end if;
  if tg_op <> 'DELETE' then
    insert into reports.index_to_count (agency_id, month)
    select distinct new.agency_id, date_trunc('month', moment at time zone 'Asia/Ho_Chi_Minh')::date
      from unnest(array[new.received_at, new.ended_at]) moment where moment is not null;
  end if;
  return null;
end
$$;
create trigger index_months_begin after insert on dossiers.dossier for each row
  when (new.received_at is not null and not new.training) execute function reports.note_index_months();
-- what was filed, what has ended, and what an end is compared with
create trigger index_months_change after update on dossiers.dossier for each row
  when (not new.training
    and ((old.received_at, old.ended_at, old.agency_id, old.channel, old.state = 'withdrawn', old.state = 'not-accepted')
      is distinct from
        (new.received_at, new.ended_at, new.agency_id, new.channel, new.state = 'withdrawn', new.state = 'not-accepted')
      or new.ended_at is not null and (old.due_at, old.limit_unit) is distinct from (new.due_at, new.limit_unit)))
  execute function reports.note_index_months();
create trigger index_months_end after delete on dossiers.dossier for each row
  when (old.received_at is not null and not old.training) execute function reports.note_index_months();

-- what was there before is counted by the job, at its first run
insert into reports.index_to_count (agency_id, month)
select distinct agency_id, date_trunc('month', moment at time zone 'Asia/Ho_Chi_Minh')::date
  from dossiers.dossier, unnest(array[received_at, ended_at]) moment
 where not training and moment is not null;
