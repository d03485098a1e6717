-- Exemptions are set by people too: every row stays as it was written, the later word of a group counts from its
-- first day on (and ends where it ends: the former does not come back).
alter table catalogue.fee_exemption
  add column id uuid not null default gen_random_uuid(),
  add column word bigint generated always as identity unique, -- of two of a group the later one counts
  add column set_by uuid, -- null: loaded
  add column set_by_name text,
  add column set_at timestamptz(0),
  add constraint fee_exemption_set_by check ((set_by is null) = (set_by_name is null) and (set_by is null) = (set_at is null)),
  drop constraint fee_exemption_pkey,
  add primary key (id);
alter table catalogue.fee_exemption alter column id drop default;
create index fee_exemption_group on catalogue.fee_exemption (key, word desc);
grant insert on catalogue.fee_exemption to motcua_app;

-- Somebody compared one word with its source; a second person where a person set it.
create table catalogue.exemption_check (
  exemption_id uuid primary key references catalogue.fee_exemption,
  source text not null check (length(source) between 1 and 500),
  checked_by uuid not null,
  checked_by_name text not null,
  checked_at timestamptz(0) not null
);
grant select, insert on catalogue.exemption_check to motcua_app;
