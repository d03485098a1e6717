-- Procedures in dated versions. A version's content never changes: a correction is a new row and the old one
-- is marked superseded, so that a dossier keeps the version it was received under.
create schema catalogue;
grant usage on schema catalogue to motcua_app;

create table catalogue.procedure_version (
  id uuid primary key, -- follows from the content
  code text not null,
  valid_from date, -- null: not known, taken as valid and shown to staff as unverified
  valid_to date check (valid_to >= valid_from),
  superseded boolean not null default false,
  ordinal integer not null, -- order of the list it came in
  name text not null,
  official_name text not null,
  field text not null,
  levels_2018 text[] not null check (levels_2018 <@ array['xa', 'huyen', 'tinh']),
  levels_2025 text[] not null check (levels_2025 <@ array['xa', 'huyen', 'tinh']),
  authority_2018 text,
  authority_2025 text,
  channels text[] not null check (channels <@ array['direct', 'post', 'online']),
  cases jsonb not null,
  limits jsonb not null,
  adjustments jsonb not null,
  fees jsonb not null,
  papers jsonb not null,
  results jsonb not null,
  exclusions text,
  basis jsonb not null,
  decision text,
  replaces text,
  replaced_by text,
  note text,
  confidence text not null,
  unverified text[] not null
);
grant select on catalogue.procedure_version to motcua_app;
create unique index procedure_version_current on catalogue.procedure_version
  (code, coalesce(valid_from, '0001-01-01')) where not superseded;
create index procedure_version_field on catalogue.procedure_version (field) where not superseded;

-- The home page: occasions in life and their procedures, in order.
create table catalogue.life_event (
  key text primary key,
  ordinal integer not null,
  icon text not null, -- name of a picture of the design system
  name_vi text not null,
  name_en text not null,
  summary_vi text not null,
  summary_en text not null
);
grant select on catalogue.life_event to motcua_app;

create table catalogue.life_event_procedure (
  event_key text not null references catalogue.life_event,
  ordinal integer not null,
  procedure_code text not null,
  primary key (event_key, procedure_code)
);
grant select on catalogue.life_event_procedure to motcua_app;
