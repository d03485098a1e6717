-- How likely a dossier is to be late, judged from the office's own past.
create schema risk;
grant usage on schema risk to motcua_app;

-- What was learnt, a row each night; the newest judges.
create table risk.model (
  id uuid primary key,
  fitted_at timestamptz(0) not null, -- legal time
  dossiers integer not null, -- so many were learnt from
  body jsonb not null
);
grant select, insert, delete on risk.model to motcua_app;
create index model_newest on risk.model (fitted_at desc, id desc);

-- As each open dossier was judged last: of the step and the due date of that moment. No line: not judged.
create table dossiers.risk (
  dossier_id uuid primary key references dossiers.dossier,
  step_index integer not null,
  due_at timestamptz(0) not null,
  probability numeric(4, 3) not null check (probability >= 0 and probability <= 1),
  level text not null check (level in ('high', 'medium', 'low')),
  reason text not null check (reason in ('re-appointed', 'needs-longer', 'stays-longer', 'crowded', 'often')),
  entered_at timestamptz(0) not null, -- the step
  usual_minutes integer not null, -- office minutes: what the reason speaks of
  open_now integer not null,
  open_usual integer not null,
  judged_at timestamptz(0) not null -- legal time
);
grant select, insert, update, delete on dossiers.risk to motcua_app;

-- the open dossiers whose clock runs, to be judged page after page
create index dossier_to_judge on dossiers.dossier (id) where clock = 'running' and not training;

-- What moves a dossier from step to step, starts, stops or ends its clock; nothing personal. Of steps their codes and
-- offices, where they were planned.
create view dossiers.report_move as
select e.dossier_id, e.seq, e.type, e.at,
       case e.type
         when 'forwarded' then (e.body ->> 'stepIndex')::int
         when 'step-finished' then (e.body ->> 'stepIndex')::int + 1
         when 'step-returned' then (e.body ->> 'toIndex')::int
         when 'receipt-refused' then (e.body ->> 'toIndex')::int
         when 'taken-over' then coalesce((e.body -> 'standing' ->> 'stepIndex')::int, 0)
         when 'accepted' then 0
         when 'procedure-corrected' then 0
       end as step_index,
       -- the clock stands still from here on, and goes on where it was
       e.type = 'payment-asked'
         or (e.type = 'supplement-asked' and coalesce(e.body -> 'effect' ->> 'kind' = 'suspend', false))
         or (e.type = 'opinion-asked' and e.body ? 'suspends') as suspends,
       (e.body -> 'clock' ->> 'receivedAt')::timestamptz as received_at,
       (e.body -> 'clock' ->> 'dueAt')::timestamptz as due_at,
       jsonb_path_query_array(e.body, '$.steps[*].code') as step_codes,
       jsonb_path_query_array(e.body, '$.steps[*].kind') as step_kinds,
       jsonb_path_query_array(e.body, '$.steps[*].officeId') as step_offices
  from dossiers.event e
  join dossiers.dossier d on d.id = e.dossier_id and not d.training
 where e.type in ('accepted', 'taken-over', 'procedure-corrected', 'forwarded', 'receipt-refused', 'step-finished',
                  'step-returned', 'supplement-asked', 'supplement-received', 'payment-asked', 'payment-recorded', 'opinion-asked', 'opinion-answered',
                  're-appointed', 'decided', 'signed-by-hand', 'decision-taken-back', 'withdrawn', 'stopped',
                  'closed-for-silence', 'acceptance-annulled', 'due-date-recomputed');
grant select on dossiers.report_move to motcua_app;

-- What of a dossier says how long such a one takes; nothing personal.
create view dossiers.report_kind as
select id, intake_office_id, procedure_code, field, received_at, state, clock, step_index, due_at, holder_office_id
  from dossiers.dossier
 where not training and received_at is not null and state <> 'not-accepted';
grant select on dossiers.report_kind to motcua_app;
