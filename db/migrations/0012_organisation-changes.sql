-- The organisation changed by pages: dated versions of offices, facts of people, who stands in for whom, decisions
-- about accounts and their half-yearly review. What was in force is never overwritten.

-- A version of what an office is called, where it is and how it is numbered, from a day on. The row of the
-- office is the first version. Recorded again for the same day, the later record holds.
create table identity.office_version (
  id uuid primary key, -- given with the form: the same press is recorded once
  position bigint generated always as identity,
  office_id uuid not null references identity.office,
  valid_from date not null,
  name text not null check (length(name) between 1 and 200),
  short_name text not null check (length(short_name) between 1 and 200),
  address text check (length(address) <= 300),
  phone text check (length(phone) <= 40),
  agency_code text check (length(agency_code) <= 35),
  agency_code_is_example boolean not null,
  basis text not null check (length(basis) between 1 and 500), -- the decision, number and date
  recorded_by uuid not null, -- account
  recorded_at timestamptz(0) not null
);
grant select, insert on identity.office_version to motcua_app;
create index office_version_at on identity.office_version (office_id, valid_from desc, position desc);

-- Counts changes: who saves an older one is told what changed meanwhile.
alter table identity.office add column version integer not null default 1;

-- Offices as they are on a day; null: with everything that was ever recorded.
create function identity.office_on(on_day date) returns setof identity.office language sql stable as $$
  select o.id, o.key, o.code,
         coalesce(v.name, o.name), coalesce(v.short_name, o.short_name), o.kind, o.agency_id, o.level, o.place_code,
         o.regime, case when v.id is null then o.address else v.address end,
         case when v.id is null then o.phone else v.phone end, o.hours, o.valid_from, o.valid_to,
         case when v.id is null then o.agency_code else v.agency_code end,
         coalesce(v.agency_code_is_example, o.agency_code_is_example), o.section_key, o.version
    from identity.office o
    left join lateral (
      select * from identity.office_version w
       where w.office_id = o.id and (on_day is null or w.valid_from <= on_day)
       order by w.valid_from desc, w.position desc limit 1) v on true
$$;
grant execute on function identity.office_on(date) to motcua_app;

alter table identity.person
  add column phone text check (length(phone) <= 40),
  add column birth_year integer check (birth_year between 1900 and 2200),
  add column version integer not null default 1;
create index person_folded on identity.person using gin (folded gin_trgm_ops);

alter table identity.account add column last_sign_in_at timestamptz(0);
update identity.account a set last_sign_in_at = (
  select max(e.machine_at) from audit.entry e
   where e.account_id = a.id and e.result = 'allowed'
     and e.action in ('identity/sign-in', 'identity/give-code', 'identity/use-link'));

-- Who stands in for whom, from and to: the work of a post while its holder is away.
create table identity.substitute (
  id uuid primary key,
  post_id uuid not null references identity.post, -- whose work
  person_id uuid not null references identity.person, -- who does it
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  reason text not null default '' check (length(reason) <= 500),
  recorded_by uuid not null,
  recorded_at timestamptz(0) not null
);
grant select, insert on identity.substitute to motcua_app;
grant update (valid_to) on identity.substitute to motcua_app; -- ended earlier
create index substitute_person on identity.substitute (person_id, valid_to);
create index substitute_post on identity.substitute (post_id, valid_to);

-- Signing for another (NĐ 30/2020/NĐ-CP, Điều 13): KT. a deputy, TL. a head by order, TUQ. by written authorisation,
-- which is only for a time.
create table identity.delegation (
  id uuid primary key,
  post_id uuid not null references identity.post, -- of the one whose authority it is
  person_id uuid not null references identity.person, -- who signs
  manner text not null check (manner in ('KT', 'TL', 'TUQ')),
  decision_number text not null check (length(decision_number) between 1 and 100),
  decision_date date not null,
  matters text not null check (length(matters) between 1 and 1000),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_by uuid not null,
  recorded_at timestamptz(0) not null,
  check (manner <> 'TUQ' or valid_to is not null)
);
grant select, insert on identity.delegation to motcua_app;
grant update (valid_to) on identity.delegation to motcua_app;
create index delegation_person on identity.delegation (person_id, valid_from);
create index delegation_post on identity.delegation (post_id, valid_from);

-- What an administrator decided about an account, and why. Reasons may name people: they never stand in the log.
create table identity.account_decision (
  position bigint generated always as identity primary key,
  account_id uuid not null references identity.account,
  kind text not null check (kind in ('invited', 'reset', 'disabled', 'enabled')),
  reason text not null default '' check (length(reason) <= 500),
  decided_by uuid not null,
  legal_at timestamptz(0) not null,
  machine_at timestamptz(0) not null
);
grant select, insert on identity.account_decision to motcua_app;
create index account_decision_account on identity.account_decision (account_id, position);

-- The review of all accounts every six months (TCVN 14423:2026 5.6): signed over the digest of the list.
create table identity.account_review (
  id uuid primary key,
  year integer not null,
  half integer not null check (half in (1, 2)),
  signed_by uuid not null,
  signer_name text not null,
  legal_at timestamptz(0) not null,
  machine_at timestamptz(0) not null,
  list_sha256 text not null check (list_sha256 ~ '^[0-9a-f]{64}$'), -- over the rows with their decisions
  unique (year, half)
);
grant select, insert on identity.account_review to motcua_app;

create table identity.account_review_row (
  review_id uuid not null references identity.account_review,
  ordinal integer not null,
  account_id uuid not null,
  account_name text not null,
  person_name text not null,
  kind text not null,
  posts text not null,
  last_sign_in_at timestamptz(0),
  state text not null check (state in ('open', 'invited', 'disabled')), -- before the review
  decision text not null check (decision in ('kept', 'disabled')),
  primary key (review_id, ordinal)
);
grant select, insert on identity.account_review_row to motcua_app;
