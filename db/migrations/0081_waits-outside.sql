-- A wait for somebody outside this system is of no office of ours: it stands beside the work of the office that waits, and is
-- no opinion that this office owes.
alter table dossiers.opinion add column outside text
  check (outside in ('posting', 'medical-board', 'expert', 'court', 'authority', 'post'));
update dossiers.opinion o set outside = e.body ->> 'outside'
  from dossiers.event e
 where e.dossier_id = o.dossier_id and e.type = 'opinion-asked' and (e.body ->> 'order')::int = o.ordinal
   and e.body ? 'outside';

create or replace view dossiers.watched_opinion as
select dossier_id, answer_by from dossiers.opinion where answered_at is null and outside is null;

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
                  where o.dossier_id = d.id and o.answered_at is null and o.outside is null), '[]') as opinions,
       d.regime, d.procedure_code
  from dossiers.dossier d
 where not d.training
   and d.state in ('submitted', 'accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment');
