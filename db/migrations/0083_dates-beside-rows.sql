-- What a change of the calendar moves of a dossier lies beside its row, in a narrow table with the indexes that sort by it: a
-- hundred thousand dates are then written without a wide row, and a press writes each index once. `agency_id`,
-- `intake_office_id` and `training` are those of the row, which no calendar changes.
create table dossiers.due (
  id uuid primary key,
  agency_id uuid not null,
  intake_office_id uuid not null,
  training boolean not null default false,
  clock text not null check (clock in ('none', 'running', 'stopped', 'suspended', 'ended')),
  due_at timestamptz(0),
  committed_due_at timestamptz(0), -- promised by the agency, never later than the legal date
  national_due_at timestamptz(0), -- by QĐ 766/QĐ-TTg
  supplements smallint, -- requests for papers by QĐ 766; null: not counted yet
  known_due_at timestamptz(0), -- what the applicant was told last, where the calendar has moved it since
  appointed_at timestamptz(0), -- the new date of an apology
  due_certain boolean not null default true,
  due_promised boolean not null default false, -- by the software before: no calendar moves it
  remaining_value integer,
  remaining_unit text,
  step_due_at timestamptz(0),
  updated_at timestamptz(0) not null,
  kept_clock text, -- what its dates are counted from (`rules/kept-clock.ts`); null: not by our rules, or not noted yet
  kept_dates text, -- where they stand
  head_seq integer not null, -- the end of its chain
  head_hash bytea not null check (length(head_hash) = 32),
  rooted_seq integer not null default 0
);
grant select, insert, update on dossiers.due to motcua_app;

-- kept clocks are noted anew, by the job that notes those of old
insert into dossiers.due
select id, agency_id, intake_office_id, training, clock, due_at, committed_due_at, national_due_at, supplements, known_due_at, appointed_at,
       due_certain, due_promised, remaining_value, remaining_unit, step_due_at, updated_at, null, null, head_seq, head_hash,
       rooted_seq
  from dossiers.dossier;

alter table dossiers.due add constraint due_dossier foreign key (id) references dossiers.dossier on delete cascade;
-- history and time spent hang of what is locked while they are written: no press locks the row for their sake
alter table dossiers.event drop constraint event_dossier_id_fkey;
alter table dossiers.event add constraint event_dossier_id_fkey foreign key (dossier_id) references dossiers.due;
alter table dossiers.clock_interval drop constraint clock_interval_dossier_id_fkey;
alter table dossiers.clock_interval
  add constraint clock_interval_dossier_id_fkey foreign key (dossier_id) references dossiers.due;
create index due_sorted on dossiers.due (coalesce(due_at, 'infinity'), id) where not training;
create index due_running on dossiers.due (agency_id, due_at) where clock = 'running';
create index due_appointed on dossiers.due (appointed_at, id)
  where not training and clock = 'running' and appointed_at is not null;
create index due_to_tell on dossiers.due (intake_office_id) where known_due_at is not null;
create index due_unkept on dossiers.due (id)
  where (kept_clock is null or kept_dates is null) and clock = 'running' and not due_promised;
create index due_uncounted on dossiers.due (id) where supplements is null;
analyze dossiers.due;

-- Views that say a date take it from there; which of them is asked for none does not read it.
create or replace view dossiers.report_case as
select d.id, d.number, d.agency_id, d.intake_office_id, d.channel, d.assisted, d.procedure_code, d.procedure_name, d.field,
       d.case_key, d.state, d.outcome, d.limit_unit, d.submitted_at, d.received_at, d.first_due_at, u.due_at, d.ended_at,
       d.returned_at
  from dossiers.dossier d left join dossiers.due u on u.id = d.id
 where not d.training and d.received_at is not null;

create or replace view dossiers.report_ended as
select d.id, coalesce(d.number, d.reference) as name, d.agency_id, d.procedure_name, d.limit_unit, d.received_at, u.due_at,
       d.ended_at
  from dossiers.dossier d left join dossiers.due u on u.id = d.id
 where not d.training and d.ended_at is not null and d.received_at is not null
   and d.state not in ('withdrawn', 'not-accepted');

create or replace view dossiers.report_kind as
select d.id, d.intake_office_id, d.procedure_code, d.field, d.received_at, d.state, u.clock, d.step_index, u.due_at,
       d.holder_office_id, d.holder_account_id
  from dossiers.dossier d left join dossiers.due u on u.id = d.id
 where not d.training and d.received_at is not null and d.state <> 'not-accepted';

create or replace view dossiers.report_late as
select d.id, coalesce(d.number, d.reference) as name, d.agency_id, d.procedure_code, d.procedure_name, d.state, u.clock,
       d.limit_unit, d.received_at, u.due_at, d.ended_at, c.reckoned_at, c.excess, c.cause, c.said_cause, c.said_at,
       c.said_by, c.office_id, c.office_name, c.step, coalesce(c.said_cause, c.cause) as counted_cause
  from dossiers.dossier d
  left join dossiers.due u on u.id = d.id and u.agency_id = d.agency_id and not u.training
  left join dossiers.late_cause c on c.dossier_id = d.id
 where not d.training;

create or replace view dossiers.report_open as
select d.id, coalesce(d.number, d.reference) as name, d.short_number, d.agency_id, d.intake_office_id, d.holder_office_id,
       d.holder_account_id, d.stand_in_account_id, d.stand_in_until, d.procedure_name, d.step_name, d.task, u.clock, u.due_at,
       d.held_since
  from dossiers.dossier d left join dossiers.due u on u.id = d.id and u.agency_id = d.agency_id and not u.training
 where not d.training and d.state in ('accepted', 'in-progress') and d.holder_office_id is not null;

create or replace view dossiers.report_risk as
select d.id, d.agency_id, d.holder_office_id, u.due_at, r.probability, r.level
  from dossiers.dossier d
  join dossiers.due u on u.id = d.id and u.agency_id = d.agency_id
  left join dossiers.risk r
    on r.dossier_id = d.id and r.step_index = coalesce(d.step_index, 0) and r.due_at = u.due_at
 where u.clock = 'running' and not d.training and not u.training and d.state in ('accepted', 'in-progress')
   and d.holder_office_id is not null;

create or replace view dossiers.report_timeliness as
select d.id, d.agency_id, d.intake_office_id, d.channel, d.procedure_code, d.field, d.state, d.limit_unit, d.received_at,
       u.due_at, d.ended_at, d.assisted, coalesce(d.number, d.reference) as name, d.procedure_name,
       case when u.supplements is null then u.due_at else u.national_due_at end as national_due_at
  from dossiers.dossier d left join dossiers.due u on u.id = d.id
 where not d.training and d.received_at is not null and d.state <> 'not-accepted';

create or replace view dossiers.watched as
select d.id, u.head_seq as seq, coalesce(d.number, d.reference) as name,
       d.number is not null as numbered, d.agency_id, d.intake_office_id,
       d.procedure_name, d.state, d.task, d.field = 'Chứng thực' as in_place,
       u.clock = 'running' as runs, d.submitted_at,
       d.received_at, u.due_at, u.appointed_at, d.holder_office_id, d.holder_account_id, d.held_since,
       d.moved_at,
       (select count(*)::int from dossiers.event e
         where e.dossier_id = d.id and e.type = 'supplement-asked') as supplements,
       coalesce((select (e.body ->> 'late')::boolean from dossiers.event e
                  where e.dossier_id = d.id and e.type = 'supplement-asked'
                  order by e.seq desc limit 1), false) as supplement_late,
       case when d.state = 'awaiting-supplement' then
         (select max(e.at) from dossiers.event e
           where e.dossier_id = d.id and e.type = 'supplement-asked') end as asked_at,
       coalesce((select json_agg(json_build_object('order', o.ordinal, 'officeId', o.office_id, 'answerBy', o.answer_by)
                          order by o.ordinal)
                   from dossiers.opinion o
                  where o.dossier_id = d.id and o.answered_at is null and o.outside is null), '[]') as opinions,
       d.regime, d.procedure_code
  from dossiers.dossier d join dossiers.due u on u.id = d.id and not u.training
 where not d.training
   and d.state in ('submitted', 'accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment');

-- Both tables note what has changed; one press may note a dossier twice.
drop trigger counts_change on dossiers.dossier;
create trigger counts_change after update on dossiers.dossier for each row
  when ((new.received_at is not null or old.received_at is not null) and not new.training
    and (old.state, old.received_at, old.ended_at, old.limit_unit, old.agency_id, old.intake_office_id, old.field,
         old.channel, old.assisted)
      is distinct from
        (new.state, new.received_at, new.ended_at, new.limit_unit, new.agency_id, new.intake_office_id, new.field,
         new.channel, new.assisted))
  execute function reports.note_changed();
create trigger counts_dates after update on dossiers.due for each row
  when (not new.training
    and (old.due_at, old.national_due_at, old.supplements) is distinct from (new.due_at, new.national_due_at, new.supplements))
  execute function reports.note_changed();

drop trigger index_months_change on dossiers.dossier;
create trigger index_months_change after update on dossiers.dossier for each row
  when (not new.training
    and ((old.received_at, old.ended_at, old.agency_id, old.channel, old.state = 'withdrawn', old.state = 'not-accepted')
      is distinct from
        (new.received_at, new.ended_at, new.agency_id, new.channel, new.state = 'withdrawn', new.state = 'not-accepted')
      or new.ended_at is not null and old.limit_unit is distinct from new.limit_unit))
  execute function reports.note_index_months();
-- what an end is compared with
create function reports.note_index_months_of_due() returns trigger language plpgsql as $$
begin
  insert into reports.index_to_count (agency_id, month)
  select distinct d.agency_id, date_trunc('month', moment at time zone 'Asia/Ho_Chi_Minh')::date
    from dossiers.dossier d, unnest(array[d.received_at, d.ended_at]) moment
   where d.id = new.id and d.ended_at is not null and moment is not null;
  return null;
end
$$;
create trigger index_months_dates after update on dossiers.due for each row
  when (not new.training and new.clock <> 'running' and old.due_at is distinct from new.due_at)
  execute function reports.note_index_months_of_due();

-- Late when it was written, by the date before or by the one after; what had ended in time is not.
drop trigger reckon_change on dossiers.dossier;
drop trigger reckon_begin on dossiers.dossier;
create or replace function dossiers.note_to_reckon() returns trigger language plpgsql as $$
begin
  insert into dossiers.to_reckon (dossier_id)
  select d.id from dossiers.dossier d
   where d.id = new.id and d.received_at is not null
     and case tg_op
           when 'INSERT' then d.ended_at > new.due_at or new.updated_at > new.due_at or new.due_at is distinct from d.first_due_at
           else old.clock <> 'ended' and new.updated_at > old.due_at
             or new.updated_at > new.due_at and (d.ended_at is null or d.ended_at > new.due_at)
             or new.updated_at > old.due_at and d.ended_at > old.due_at
         end;
  return null;
end
$$;
create trigger reckon_begin after insert on dossiers.due for each row
  when (not new.training) execute function dossiers.note_to_reckon();
create trigger reckon_change after update on dossiers.due for each row
  when (not new.training and old.head_seq <> new.head_seq
    and (new.updated_at > new.due_at or new.updated_at > old.due_at))
  execute function dossiers.note_to_reckon();
create trigger keep_training before update on dossiers.due
  for each row when (old.training is distinct from new.training) execute function dossiers.keep_training();

alter table dossiers.dossier
  drop column clock, drop column due_at, drop column committed_due_at, drop column national_due_at, drop column supplements,
  drop column known_due_at, drop column appointed_at, drop column due_certain, drop column due_promised,
  drop column remaining_value, drop column remaining_unit, drop column step_due_at, drop column updated_at,
  drop column kept_clock, drop column head_seq, drop column head_hash, drop column rooted_seq;
create index dossier_work on dossiers.dossier (holder_office_id, id)
  where state in ('submitted', 'correction-asked', 'accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment', 'decided');
create index dossier_mine on dossiers.dossier (holder_account_id, id)
  where holder_account_id is not null
    and state in ('accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment', 'decided');
create index dossier_training on dossiers.dossier (agency_id, id) where training;
create index watched_begun on dossiers.dossier (received_at, id)
  where not training and task in ('confirm-receipt', 'start');
create index watched_moved on dossiers.dossier (moved_at, id)
  where not training and task in ('confirm-receipt', 'start', 'work', 'decide');
analyze dossiers.dossier;
