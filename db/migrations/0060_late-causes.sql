-- Why dossiers are late, as the rule says it of their histories: `./motcua report causes` counts these. A job writes them,
-- and again whenever the evidence is another one; nothing stands here that the histories and incidents do not say.
create table dossiers.late_cause (
  dossier_id uuid primary key references dossiers.dossier,
  basis text not null, -- what it was reckoned from; another one: it is reckoned again
  reckoned_at timestamptz(0) not null, -- legal time
  until_at timestamptz(0) not null, -- its end, or until when it was reckoned
  excess integer not null check (excess >= 0), -- office minutes after the due date
  cause text not null check (cause in ('staff', 'other-office', 'citizen', 'synchronisation', 'system')), -- by evidence
  office_id uuid, -- whose part of the cause is the longest; null: nobody's
  office_name text not null,
  step text,
  parts jsonb not null,
  -- by the last correction
  said_cause text check (said_cause in ('staff', 'other-office', 'citizen', 'synchronisation', 'system')),
  said_at timestamptz(0),
  said_by text
);
grant select, insert, update, delete on dossiers.late_cause to motcua_app;

-- few among many: what ended after its due date, and whose clock is running
create index dossier_ended_late on dossiers.dossier (agency_id, ended_at)
  where ended_at > due_at and state not in ('withdrawn', 'not-accepted') and not training;
create index dossier_running on dossiers.dossier (agency_id, due_at) where clock = 'running' and not training;

-- What reports read of late dossiers; without a cause: it has not been reckoned yet.
create view dossiers.report_late as
select d.id, coalesce(d.number, d.reference) as name, d.agency_id, d.procedure_code, d.procedure_name, d.state, d.clock,
       d.limit_unit, d.received_at, d.due_at, d.ended_at, c.reckoned_at, c.excess, c.cause, c.said_cause, c.said_at,
       c.said_by, c.office_id, c.office_name, c.step, coalesce(c.said_cause, c.cause) as counted_cause
  from dossiers.dossier d left join dossiers.late_cause c on c.dossier_id = d.id
 where not d.training;
grant select on dossiers.report_late to motcua_app;
