-- Counts that reports are made of, so that a report does not read a million dossiers. All of it can be made again from
-- the dossiers: nothing here is the truth. A job counts what has changed; what it has not counted yet is counted when
-- somebody asks.
create schema if not exists reports;
grant usage on schema reports to motcua_app;

-- what stands in a count of its own
create table reports.line (
  id integer generated always as identity primary key,
  agency_id uuid not null,
  intake_office_id uuid not null,
  field text not null,
  channel text not null,
  assisted boolean not null,
  unique (agency_id, intake_office_id, field, channel, assisted)
);
grant select, insert on reports.line to motcua_app;

-- who handled what has ended; null: nobody in particular
create table reports.handler (
  id integer generated always as identity primary key,
  agency_id uuid not null,
  office_id uuid,
  account_id uuid,
  unique nulls not distinct (agency_id, office_id, account_id)
);
grant select, insert on reports.handler to motcua_app;

-- What a dossier has put into the counts, so that exactly this can be taken out again. A standing is
-- (day - 2000-01-01) * 8 + class: how it stood at the end of that day and of those after it, until the next one.
-- Classes: 0 in time, 1 overdue, 2 early, 3 on time, 4 late.
create table reports.counted_dossier (
  dossier_id uuid primary key,
  line_id integer not null references reports.line,
  received_on date not null,
  ended_on date, -- null: it has not ended
  handler_id integer references reports.handler, -- who handled it, when it has ended
  standings integer[] not null
);
grant select, insert, update, delete on reports.counted_dossier to motcua_app;
-- those that had not ended on a day: still open, ended soon after it, or long under way
create index counted_open on reports.counted_dossier (line_id) where ended_on is null;
create index counted_ended on reports.counted_dossier (ended_on) where ended_on is not null;
create index counted_long on reports.counted_dossier (ended_on) where ended_on - received_on > 31;

-- What came on a day and what ended on it, early, on time or late; `of_…`: of those received on the day, how many have
-- ended so by now. What has not ended is looked at one by one.
create table reports.day_count (
  day date not null,
  line_id integer not null references reports.line,
  received integer not null,
  early integer not null,
  on_time integer not null,
  late integer not null,
  of_early integer not null,
  of_on_time integer not null,
  of_late integer not null,
  primary key (day, line_id)
);
grant select, insert, update on reports.day_count to motcua_app;

-- the same of whole months; `month` is its first day
create table reports.month_count (
  month date not null,
  line_id integer not null references reports.line,
  received integer not null,
  early integer not null,
  on_time integer not null,
  late integer not null,
  of_early integer not null,
  of_on_time integer not null,
  of_late integer not null,
  primary key (month, line_id)
);
grant select, insert, update on reports.month_count to motcua_app;

-- Of those received on a day, and in whole months, how many have ended so by now, by who handled them.
create table reports.handled_day (
  day date not null,
  handler_id integer not null references reports.handler,
  of_early integer not null,
  of_on_time integer not null,
  of_late integer not null,
  primary key (day, handler_id)
);
grant select, insert, update on reports.handled_day to motcua_app;
create table reports.handled_month (
  month date not null,
  handler_id integer not null references reports.handler,
  of_early integer not null,
  of_on_time integer not null,
  of_late integer not null,
  primary key (month, handler_id)
);
grant select, insert, update on reports.handled_month to motcua_app;

-- Dossiers that have changed since they were counted: written by the change itself, so that none is missed whatever
-- moment it bears. One may stand there more than once.
create table reports.to_count (
  id bigint generated always as identity primary key,
  dossier_id uuid not null
);
grant select, insert, delete on reports.to_count to motcua_app;

create view dossiers.report_line as
select id, agency_id, intake_office_id, field, channel, assisted, state, limit_unit, received_at, ended_at
  from dossiers.dossier
 where not training and received_at is not null and state <> 'not-accepted';
grant select on dossiers.report_line to motcua_app;

create function reports.note_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into reports.to_count (dossier_id) values (old.id);
  else
    insert into reports.to_count (dossier_id) values (new.id);
  end if;
  return null;
end
$$;
create trigger counts_begin after insert on dossiers.dossier for each row
  when (new.received_at is not null and not new.training) execute function reports.note_changed();
create trigger counts_change after update on dossiers.dossier for each row
  when ((new.received_at is not null or old.received_at is not null) and not new.training
    and (old.state, old.received_at, old.due_at, old.ended_at, old.limit_unit, old.agency_id,
         old.intake_office_id, old.field, old.channel, old.assisted)
      is distinct from
        (new.state, new.received_at, new.due_at, new.ended_at, new.limit_unit, new.agency_id,
         new.intake_office_id, new.field, new.channel, new.assisted))
  execute function reports.note_changed();
create trigger counts_end after delete on dossiers.dossier for each row
  when (old.received_at is not null and not old.training) execute function reports.note_changed();

-- what was there before is counted by the job, at its first runs
insert into reports.to_count (dossier_id)
select id from dossiers.dossier where received_at is not null and not training;

-- what is being handled now, and who has it in hand
create view dossiers.report_open as
select id, coalesce(number, reference) as name, short_number, agency_id, intake_office_id, holder_office_id,
       holder_account_id, stand_in_account_id, stand_in_until, procedure_name, step_name, task, clock, due_at,
       held_since
  from dossiers.dossier
 where not training and state in ('accepted', 'in-progress') and holder_office_id is not null;
grant select on dossiers.report_open to motcua_app;

-- results that wait for who asked for them, without saying who
create view dossiers.report_ready as
select id, short_number, holder_office_id as office_id, ended_at
  from dossiers.dossier
 where not training and state = 'decided' and short_number is not null;
grant select on dossiers.report_ready to motcua_app;

-- How many dossiers an office had in hand when a day was over, beside which the number of today is shown. Noted once
-- for each day, from how time was spent; `held_noted` says of which days.
create table reports.held_noted (
  day date primary key
);
grant select, insert on reports.held_noted to motcua_app;
create table reports.held_day (
  day date not null references reports.held_noted,
  agency_id uuid not null,
  office_id uuid not null,
  held integer not null,
  primary key (day, office_id, agency_id)
);
grant select, insert on reports.held_day to motcua_app;
