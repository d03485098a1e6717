-- The law's own rules about time, watched: what an open dossier is about to break, or breaks, and who was told of it.
create view dossiers.watched as
select d.id, d.head_seq as seq, coalesce(d.number, d.reference) as name,
       d.number is not null as numbered, d.agency_id, d.intake_office_id,
       d.procedure_name, d.state, d.task, d.field = 'Chứng thực' as in_place,
       d.clock = 'running' as runs, d.submitted_at,
       d.received_at, d.due_at, d.appointed_at, d.holder_office_id, d.holder_account_id, d.held_since,
       d.updated_at as moved_at,
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
                  where o.dossier_id = d.id and o.answered_at is null), '[]') as opinions
  from dossiers.dossier d
 where not d.training
   and d.state in ('submitted', 'accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment');
grant select on dossiers.watched to motcua_app;

create view dossiers.watched_opinion as
select dossier_id, answer_by from dossiers.opinion where answered_at is null;
grant select on dossiers.watched_opinion to motcua_app;

-- What may break a rule is found without reading all that is open.
create index watched_early on dossiers.dossier (id)
  where not training and state in ('submitted', 'accepted', 'in-progress', 'awaiting-supplement')
    and (state in ('submitted', 'awaiting-supplement') or task = 'forward');
create index watched_due on dossiers.dossier (due_at, id)
  where not training and clock = 'running' and appointed_at is null;
create index watched_appointed on dossiers.dossier (appointed_at, id)
  where not training and clock = 'running' and appointed_at is not null;
create index watched_begun on dossiers.dossier (received_at, id)
  where not training and clock = 'running' and task in ('confirm-receipt', 'start');
create index watched_moved on dossiers.dossier (updated_at, id)
  where not training and clock = 'running' and task in ('confirm-receipt', 'start', 'work', 'decide');
create index opinion_due on dossiers.opinion (answer_by, dossier_id) where answered_at is null;

create schema reminders;
grant usage on schema reminders to motcua_app;

-- As the job saw it last; a dossier that has moved since (`seq`) is looked at anew before anything is said of it.
create table reminders.finding (
  dossier_id uuid not null references dossiers.dossier on delete cascade,
  rule text not null,
  ordinal integer not null, -- which opinion; 0 of the other rules
  level text not null check (level in ('near', 'broken')),
  occasion text not null check (length(occasion) <= 40),
  by_at timestamptz(0) not null, -- legal time
  since_at timestamptz(0) not null,
  agency_id uuid not null,
  intake_office_id uuid not null,
  office_id uuid not null, -- who has to act
  account_id uuid,
  task text not null,
  seq integer not null,
  primary key (dossier_id, rule, ordinal)
);
grant select, insert, update, delete on reminders.finding to motcua_app;
create index finding_agency on reminders.finding (agency_id, level, rule, since_at, dossier_id);
create index finding_office on reminders.finding (office_id, level, rule, since_at, dossier_id);
create index finding_intake on reminders.finding (intake_office_id, level, rule, since_at, dossier_id);

-- Who was told of what: nobody twice of the same occasion.
create table reminders.reminder (
  account_id uuid not null,
  dossier_id uuid not null,
  rule text not null,
  ordinal integer not null,
  occasion text not null,
  whom text not null check (whom in ('holder', 'leader', 'signer', 'head')),
  instead_of uuid, -- whose work it is: they are away
  told_at timestamptz(0) not null, -- legal time
  primary key (account_id, dossier_id, rule, ordinal, occasion)
);
grant select, insert, delete on reminders.reminder to motcua_app;
create index reminder_told on reminders.reminder (told_at);

-- After how many office hours without a movement a dossier stands still, as the head of a one-stop decided.
create table reminders.still_hours (
  ordinal bigint generated always as identity primary key,
  agency_id uuid not null,
  hours integer not null check (hours between 1 and 400),
  set_at timestamptz(0) not null,
  set_by uuid not null,
  key uuid not null unique
);
grant select, insert on reminders.still_hours to motcua_app;
create index still_hours_agency on reminders.still_hours (agency_id, ordinal desc);
