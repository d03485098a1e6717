-- Processes in versions that never change, and which section handles what by which kind of process.
create schema workflow;
grant usage on schema workflow to motcua_app;

create table workflow.process_version (
  id uuid primary key, -- follows from the content
  key text not null check (key in ('same-day', 'simple', 'appraised', 'connected')),
  signer text not null check (signer in ('leadership', 'section')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  superseded boolean not null default false,
  basis text not null
);
grant select on workflow.process_version to motcua_app;
create unique index process_version_current on workflow.process_version (key, signer, valid_from)
  where not superseded;

create table workflow.step (
  process_id uuid not null references workflow.process_version,
  ordinal integer not null,
  code text not null,
  name text not null,
  kind text not null check (kind in ('reception', 'handle', 'appraise', 'other-office', 'sign', 'return')),
  role text not null,
  office text not null check (office in ('one-stop', 'section', 'leadership', 'outside')),
  share numeric(4, 3) not null check (share >= 0 and share <= 1), -- of the limit; they sum to 1
  primary key (process_id, ordinal),
  unique (process_id, code)
);
grant select on workflow.step to motcua_app;

-- Which section of an agency of this level handles a field; one procedure may differ from its field.
create table workflow.handling (
  regime text not null check (regime in ('2018', '2025')),
  level text not null check (level in ('xa', 'huyen', 'tinh')),
  field text not null default '', -- one of the two is set: a whole field …
  procedure_code text not null default '', -- … or one procedure that differs from its field
  section_key text not null,
  outside_key text, -- the office that is asked, when the process has such a step
  process_key text not null check (process_key in ('same-day', 'simple', 'appraised', 'connected')),
  signer text not null check (signer in ('leadership', 'section')),
  primary key (regime, level, field, procedure_code),
  check ((field = '') <> (procedure_code = '')),
  check ((process_key = 'connected') = (outside_key is not null))
);
grant select on workflow.handling to motcua_app;
