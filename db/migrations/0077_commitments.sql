-- The shorter limits that an agency promises (thời hạn cam kết), each by its own decision. Rows are only ever added: the later
-- word counts from its first day on, and what was in force before stays to be read.
create table catalogue.commitment (
  id uuid primary key,
  ordinal bigint generated always as identity unique, -- of two that hold on a day the later one counts
  agency_id uuid not null,
  procedure_code text not null,
  value integer check (value between 1 and 1000), -- null: nothing is promised from then on
  unit text check (unit in ('ngay_lam_viec', 'ngay', 'thang', 'gio')),
  decision_number text not null check (length(decision_number) between 1 and 100),
  decision_date date not null,
  decision_body text not null check (length(decision_body) between 1 and 200), -- who decided
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz(0) not null,
  check ((value is null) = (unit is null))
);
create index commitment_of on catalogue.commitment (agency_id, procedure_code, ordinal desc);
grant select, insert on catalogue.commitment to motcua_app;

-- The date promised with it, never later than due_at, by which lateness is judged.
alter table dossiers.dossier add column committed_due_at timestamptz(0);
