-- How long dossiers of a field or a procedure are kept, where it is not the agency's longest period. Rows are only
-- added; the most specific holds, of its kind the latest one that had begun when the dossier was closed.
create table protection.keeping_period (
  id uuid primary key, -- of the press
  ordinal bigint generated always as identity unique,
  agency_id uuid not null,
  field text check (length(field) between 1 and 200),
  procedure_code text check (procedure_code ~ '^\d\.\d{6}$'),
  years integer not null check (years between 1 and 100),
  paper text not null check (length(paper) between 1 and 40), -- number of the paper that decides it
  valid_from date not null,
  set_by uuid not null,
  set_at timestamptz(0) not null,
  check (num_nonnulls(field, procedure_code) = 1)
);
grant select, insert on protection.keeping_period to motcua_app;
create index keeping_period_of on protection.keeping_period (agency_id, ordinal desc);
