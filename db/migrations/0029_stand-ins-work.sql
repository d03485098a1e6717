-- A substitute may be named by a decision; a delegation may be for some fields or procedures only.
alter table identity.substitute
  add column decision_number text check (length(decision_number) between 1 and 100),
  add column decision_date date,
  add constraint substitute_decision check ((decision_number is null) = (decision_date is null));

alter table identity.delegation
  add column scope text[] not null default '{}' check (cardinality(scope) <= 100); -- fields and procedure codes; empty: all

-- Who is away, when. Why is one of a few words: what somebody suffers from is nobody's business.
create table identity.absence (
  id uuid primary key,
  person_id uuid not null references identity.person,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from - 1), -- a day before: taken back before it began
  reason text not null check (reason in ('leave', 'sick', 'duty')),
  recorded_by uuid not null,
  recorded_at timestamptz(0) not null
);
grant select, insert on identity.absence to motcua_app;
grant update (valid_to) on identity.absence to motcua_app; -- back earlier
create index absence_person on identity.absence (person_id, valid_to);

-- Who does the work of the holder while the holder is away, and until when.
alter table dossiers.dossier
  add column stand_in_account_id uuid,
  add column stand_in_until date;

-- For whom it was signed, and by which decision: 'KT. Chủ tịch theo Quyết định …'; null: in one's own right.
alter table documents.signature add column basis text check (length(basis) between 1 and 500);
