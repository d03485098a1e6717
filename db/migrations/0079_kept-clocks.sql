-- The clock of a dossier that runs, as a text beside its row (`rules/kept-clock.ts`): a change of the calendar counts a
-- hundred thousand dates from it and reads no history. Null: its clock does not run by our rules, or it is not noted yet.
alter table dossiers.dossier add column kept_clock text;
create index dossier_clock_unkept on dossiers.dossier (id)
  where kept_clock is null and clock = 'running' and not due_promised;

-- What the calendar has moved says when each step should be finished, not the whole steps again.
create or replace view dossiers.report_step as
select e.dossier_id, e.seq, e.at, e.by_office as office_id, e.by_account as account_id,
       (select coalesce(p.body -> 'ends' ->> step.index, p.body -> 'steps' -> step.index ->> 'dueAt')
          from dossiers.event p
         where p.dossier_id = e.dossier_id and p.seq < e.seq and p.body ?| array['steps', 'ends']
         order by p.seq desc limit 1)::timestamptz as planned_at
  from dossiers.event e
  cross join lateral (
    select case e.type
             when 'forwarded' then (e.body ->> 'stepIndex')::int - 1
             when 'step-finished' then (e.body ->> 'stepIndex')::int
             else (select (s.place - 1)::int
                     from jsonb_array_elements(
                            (select p.body -> 'steps' from dossiers.event p
                              where p.dossier_id = e.dossier_id and p.seq < e.seq and p.body ? 'steps'
                              order by p.seq desc limit 1)) with ordinality as s (said, place)
                    where s.said ->> 'kind' = 'sign' order by s.place limit 1)
           end as index) step
 where e.type in ('forwarded', 'step-finished', 'decided', 'signed-by-hand');
