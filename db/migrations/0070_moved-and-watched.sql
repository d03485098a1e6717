-- When somebody moved a dossier last: a press of an officer or of the applicant. A date that the calendar has moved, a slip that
-- was printed, a cause that was corrected move nothing. What stands still is found by it.
alter table dossiers.dossier add column moved_at timestamptz(0); -- legal time

-- nothing that is counted changes by this
alter table dossiers.dossier disable trigger user;
update dossiers.dossier d set moved_at = coalesce((
  select max(e.at) from dossiers.event e
   where e.dossier_id = d.id and e.type not in ('due-date-recomputed', 'slip-printed', 'late-cause-corrected')), d.updated_at);
alter table dossiers.dossier enable trigger user;

drop index dossiers.watched_moved;
create index watched_moved on dossiers.dossier (moved_at, id)
  where not training and clock = 'running' and task in ('confirm-receipt', 'start', 'work', 'decide');

create or replace view dossiers.watched as
select d.id, d.head_seq as seq, coalesce(d.number, d.reference) as name,
       d.number is not null as numbered, d.agency_id, d.intake_office_id,
       d.procedure_name, d.state, d.task, d.field = 'Chứng thực' as in_place,
       d.clock = 'running' as runs, d.submitted_at,
       d.received_at, d.due_at, d.appointed_at, d.holder_office_id, d.holder_account_id, d.held_since,
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
                  where o.dossier_id = d.id and o.answered_at is null), '[]') as opinions,
       d.regime, d.procedure_code
  from dossiers.dossier d
 where not d.training
   and d.state in ('submitted', 'accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment');

-- The program is seen at work by both clocks: a legal clock that somebody sets, or that is kept in a demo, is no absence.
alter table incidents.seen_at_work add column machine_at timestamptz(0);

-- Something of the installation that was found unwell and is not well yet; after long enough it is an incident that goes on.
create table incidents.unwell (
  part text primary key, -- disk
  since_at timestamptz(0) not null, -- legal time
  machine_since timestamptz(0) not null,
  incident_id uuid references incidents.incident -- recorded, and to be ended when it is well again
);
grant select, insert, update, delete on incidents.unwell to motcua_app;
