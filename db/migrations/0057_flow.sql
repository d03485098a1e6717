-- What process mining reads: real dossiers that were received, and what happened to them; nothing personal.
create view dossiers.report_case as
select id, number, agency_id, intake_office_id, channel, assisted, procedure_code, procedure_name, field, case_key, state,
       outcome, limit_unit, submitted_at, received_at, first_due_at, due_at, ended_at, returned_at
  from dossiers.dossier
 where not training and received_at is not null;
grant select on dossiers.report_case to motcua_app;

-- Each event with the step that it is about, the steps that it planned, the papers that it made.
create view dossiers.report_event as
select e.dossier_id, e.seq, e.type, e.at, e.by_account, e.by_office,
       coalesce(e.body ->> 'stepIndex', e.body ->> 'fromIndex')::integer as step_index,
       (e.body ->> 'toIndex')::integer as to_index, -- given back to this step
       e.body ->> 'outcome' as outcome,
       e.body -> 'steps' as steps,
       jsonb_path_query_array(e.body, '$.papers[*].id') as paper_ids
  from dossiers.event e
  join dossiers.dossier d on d.id = e.dossier_id and not d.training and d.received_at is not null;
grant select on dossiers.report_event to motcua_app;

-- the dossiers of a procedure in an agency and a period; how many each procedure had
create index dossier_flow on dossiers.dossier (agency_id, procedure_code, received_at desc, id)
  where not training and received_at is not null;

-- Logs of other systems, imported to be looked at. A log is there whole or not at all.
create schema flow;
grant usage on schema flow to motcua_app;

create table flow.log (
  id uuid primary key,
  name text not null unique,
  sha256 text not null unique, -- of the file: the same file is not imported twice
  imported_at timestamptz(0) not null, -- legal time
  cases integer not null,
  events integer not null,
  first_at timestamptz(0),
  last_at timestamptz(0)
);
-- of other systems nobody knows what they say of persons: a log can be forgotten
grant select, insert, delete on flow.log to motcua_app;

create table flow.log_case (
  log_id uuid not null references flow.log on delete cascade deferrable initially deferred, -- its row is written last
  ordinal integer not null,
  case_id text not null,
  attributes jsonb not null,
  primary key (log_id, ordinal)
);
grant select, insert on flow.log_case to motcua_app;

create table flow.log_event (
  log_id uuid not null,
  case_ordinal integer not null,
  seq integer not null,
  at timestamptz(0) not null,
  activity text not null,
  lifecycle text,
  resource text,
  role text,
  office text, -- org:group
  attributes jsonb not null,
  primary key (log_id, case_ordinal, seq),
  foreign key (log_id, case_ordinal) references flow.log_case on delete cascade
);
grant select, insert on flow.log_event to motcua_app;
