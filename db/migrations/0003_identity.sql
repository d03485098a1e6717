-- Offices, people, posts (all dated), accounts, sessions.
create schema identity;
grant usage on schema identity to motcua_app;

create table identity.office (
  id uuid primary key,
  key text not null unique, -- name in the organisation's file: loading twice finds it again
  code text not null,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('agency', 'one-stop', 'section', 'leadership', 'outside')),
  agency_id uuid not null references identity.office deferrable initially deferred,
  level text not null check (level in ('xa', 'huyen', 'tinh')),
  place_code text not null,
  regime text not null check (regime in ('2018', '2025')),
  address text,
  phone text,
  hours jsonb,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from), -- last day in force; null: still
  agency_code text, -- mã định danh of the agency, first part of its dossier numbers
  agency_code_is_example boolean not null default false,
  section_key text -- key of db/seeds/sections.json
);
grant select, insert, update on identity.office to motcua_app;
create index office_agency on identity.office (agency_id, kind, section_key);

create table identity.person (
  id uuid primary key,
  key text unique,
  name text not null,
  folded text not null
);
grant select, insert, update on identity.person to motcua_app;

create table identity.post (
  id uuid primary key,
  key text not null unique,
  person_id uuid not null references identity.person,
  office_id uuid not null references identity.office,
  role text not null,
  title text not null,
  valid_from date not null, -- legal time
  valid_to date check (valid_to >= valid_from)
);
grant select, insert, update on identity.post to motcua_app;
create index post_person on identity.post (person_id);
create index post_office on identity.post (office_id);

-- Four kinds of account (TCVN 14423:2026 5.6): admin, operational, technical, service. One person an account.
create table identity.account (
  id uuid primary key,
  name text not null unique check (name = lower(name)),
  kind text not null check (kind in ('admin', 'operational', 'technical', 'service')),
  person_id uuid not null references identity.person, -- the owner who answers for it
  office_id uuid references identity.office, -- unit
  created_at timestamptz(0) not null,
  valid_to date,
  active_since timestamptz(0) not null, -- made, used or enabled: 45 idle days are counted from here
  disabled_at timestamptz(0),
  disabled_reason text check (disabled_reason in ('idle', 'transfer', 'decision')),
  password_hash text, -- argon2id; null until the one-time link was used
  password_changed_at timestamptz(0),
  must_change_password boolean not null default false,
  totp_secret bytea, -- sealed
  totp_pending bytea, -- sealed; shown, but no code of it has been entered yet
  totp_confirmed_at timestamptz(0),
  totp_last_step bigint not null default 0, -- a code is taken once
  check ((disabled_at is null) = (disabled_reason is null))
);
grant select, insert, update on identity.account to motcua_app;
create index account_person on identity.account (person_id);

create table identity.password_history (
  account_id uuid not null references identity.account,
  changed_at timestamptz(0) not null,
  position bigint generated always as identity,
  hash text not null,
  primary key (account_id, position)
);
grant select, insert, delete on identity.password_history to motcua_app;

create table identity.recovery_code (
  account_id uuid not null references identity.account,
  hash bytea not null,
  used_at timestamptz(0),
  primary key (account_id, hash)
);
grant select, insert, update, delete on identity.recovery_code to motcua_app;

create table identity.session (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32), -- the token itself is only in the cookie
  account_id uuid not null references identity.account,
  created_at timestamptz(0) not null,
  last_seen_at timestamptz(0) not null,
  second_factor_at timestamptz(0),
  ended_at timestamptz(0),
  address text not null,
  device text not null default ''
);
grant select, insert, update, delete on identity.session to motcua_app;
create index session_account on identity.session (account_id) where ended_at is null;

-- Tries to sign in; names are hashed: people type passwords and other persons' names into that field.
create table identity.sign_in_try (
  position bigint generated always as identity primary key,
  name_hash bytea not null check (length(name_hash) = 32),
  address text not null,
  at timestamptz(0) not null,
  outcome text not null check (outcome in ('looked-at', 'wrong', 'half-way', 'right', 'blocked'))
);
grant select, insert, update, delete on identity.sign_in_try to motcua_app;
create index sign_in_try_name on identity.sign_in_try (name_hash, at);
create index sign_in_try_address on identity.sign_in_try (address, at);

create table identity.one_time_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references identity.account,
  created_at timestamptz(0) not null,
  expires_at timestamptz(0) not null,
  used_at timestamptz(0),
  withdrawn_at timestamptz(0)
);
grant select, insert, update, delete on identity.one_time_link to motcua_app;
create index one_time_link_account on identity.one_time_link (account_id) where used_at is null;
