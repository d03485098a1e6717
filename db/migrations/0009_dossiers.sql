-- The case: its life, its clock, its history. History is the truth in law, the row is the truth for queries.
create schema dossiers;
grant usage on schema dossiers to motcua_app;

create table dossiers.dossier (
  id uuid primary key,
  reference text not null unique, -- random; what a dossier is called before it has a number
  number text unique, -- <agency code>-YYMMDD-XXXX, given at acceptance
  short_number text,
  draft_id uuid unique, -- the draft it came from: one draft never makes two dossiers
  state text not null check (state in (
    'submitted', 'correction-asked', 'not-accepted', 'accepted', 'in-progress', 'awaiting-supplement',
    'awaiting-payment', 'decided', 'returned', 'withdrawn', 'stopped')),
  outcome text check (outcome in ('granted', 'refused')),
  regime text not null check (regime in ('2018', '2025')),
  agency_id uuid not null,
  intake_office_id uuid not null,
  return_office_id uuid not null,
  procedure_version_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  field text not null,
  case_key text,
  channel text not null check (channel in ('direct', 'post', 'online', 'home')),
  assisted boolean not null default false,
  return_method text not null check (return_method in ('counter', 'post', 'electronic')),
  submitted_at timestamptz(0),
  received_at timestamptz(0),
  first_due_at timestamptz(0),
  due_at timestamptz(0),
  due_certain boolean not null default true,
  remaining_value integer,
  remaining_unit text,
  clock text not null check (clock in ('none', 'running', 'stopped', 'ended')),
  holder_office_id uuid,
  holder_account_id uuid,
  task text not null, -- what is to be done now, e.g. confirm-receipt; a code of rules/task.ts
  step_index integer,
  step_name text,
  step_due_at timestamptz(0),
  held_since timestamptz(0),
  applicant_name text, -- personal: emptied by erasure
  applicant_folded text,
  fee_amount integer not null default 0 check (fee_amount >= 0),
  result_number text,
  ended_at timestamptz(0), -- decided, withdrawn, stopped or not accepted
  returned_at timestamptz(0),
  updated_at timestamptz(0) not null,
  head_seq integer not null,
  head_hash bytea not null check (length(head_hash) = 32),
  rooted_seq integer not null default 0,
  wrapped_key bytea -- key of the personal part, wrapped by a key outside the database; null when erased
);
grant select, insert, update on dossiers.dossier to motcua_app;

create index dossier_work on dossiers.dossier (holder_office_id, due_at, id)
  where state in ('submitted', 'correction-asked', 'accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment', 'decided');
create index dossier_mine on dossiers.dossier (holder_account_id, due_at, id)
  where holder_account_id is not null and state in ('accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment', 'decided');
create index dossier_received on dossiers.dossier (agency_id, received_at desc, id desc);
create index dossier_state on dossiers.dossier (agency_id, state, received_at desc, id desc);
create index dossier_procedure on dossiers.dossier (procedure_code, received_at desc, id desc);
create index dossier_short_number on dossiers.dossier (short_number);
create index dossier_applicant on dossiers.dossier using gin (agency_id, applicant_folded gin_trgm_ops);
create index dossier_unrooted on dossiers.dossier (id) where rooted_seq < head_seq;

-- Persons around a dossier, to find them again by number: the number itself lies in the sealed personal part.
create table dossiers.party (
  dossier_id uuid not null references dossiers.dossier,
  ordinal integer not null,
  kind text not null check (kind in ('applicant', 'authorised')),
  id_hash bytea, -- keyed hash of the identity or tax number
  agency_id uuid not null,
  primary key (dossier_id, ordinal)
);
grant select, insert, update on dossiers.party to motcua_app;
create index party_id_hash on dossiers.party (id_hash, dossier_id) where id_hash is not null;

-- Offices that took it in, return it, hold or held it: they may read it. The moment of receipt stands here too, so
-- that an office's dossiers are read newest first from one index, however many there are.
create table dossiers.involved_office (
  dossier_id uuid not null references dossiers.dossier,
  office_id uuid not null,
  received_at timestamptz(0),
  primary key (dossier_id, office_id)
);
grant select, insert, update (received_at) on dossiers.involved_office to motcua_app;
create index involved_received on dossiers.involved_office (office_id, received_at desc, dossier_id desc);

-- History: one chain a dossier. Nobody updates or deletes it.
create table dossiers.event (
  dossier_id uuid not null references dossiers.dossier,
  seq integer not null check (seq > 0),
  type text not null,
  at timestamptz(0) not null, -- legal time
  recorded_at timestamptz(0) not null default now(), -- machine time, not part of the chain
  by_account uuid,
  by_office uuid,
  by_name text not null,
  body jsonb not null,
  personal_digest bytea check (length(personal_digest) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (dossier_id, seq)
);
grant select, insert on dossiers.event to motcua_app;

-- The personal part of an event, sealed with the dossier's key: may be destroyed by law, the chain stays whole.
create table dossiers.event_personal (
  dossier_id uuid not null,
  seq integer not null,
  salt bytea not null,
  sealed bytea not null,
  primary key (dossier_id, seq),
  foreign key (dossier_id, seq) references dossiers.event
);
grant select, insert on dossiers.event_personal to motcua_app;

create table dossiers.number_series (
  agency_id uuid not null,
  day date not null,
  last integer not null check (last > 0),
  primary key (agency_id, day)
);
grant select, insert, update on dossiers.number_series to motcua_app;

-- A command that was carried out: the same press again finds its answer here.
create table dossiers.done_command (
  key uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  command text not null,
  by_account uuid,
  done_at timestamptz(0) not null
);
grant select, insert on dossiers.done_command to motcua_app;

-- Daily root over all chain heads that moved since the root before; signed with a key outside the database.
create table dossiers.daily_root (
  day date primary key,
  previous_root bytea not null check (length(previous_root) = 32),
  heads integer not null,
  root bytea not null check (length(root) = 32),
  signature bytea not null,
  key_id text not null,
  made_at timestamptz(0) not null default now()
);
grant select, insert on dossiers.daily_root to motcua_app;

create table dossiers.daily_root_head (
  day date not null references dossiers.daily_root,
  dossier_id uuid not null,
  seq integer not null,
  hash bytea not null,
  primary key (day, dossier_id)
);
grant select, insert on dossiers.daily_root_head to motcua_app;

-- Erasure by law: destroys the personal part of one dossier, leaves the chain. Only through this door.
create function dossiers.erase_personal(erased_dossier uuid) returns void
language sql security definer set search_path = dossiers, pg_temp as $$
  delete from dossiers.event_personal where dossier_id = erased_dossier;
  update dossiers.party set id_hash = null where dossier_id = erased_dossier;
  update dossiers.dossier
     set wrapped_key = null, applicant_name = null, applicant_folded = null
   where id = erased_dossier;
$$;
revoke all on function dossiers.erase_personal(uuid) from public;
grant execute on function dossiers.erase_personal(uuid) to motcua_app;

-- What a person searched for, so that no name or number stands in an address. Sealed; opens for half an hour.
create table dossiers.search (
  id uuid primary key,
  account_id uuid not null,
  sealed bytea not null,
  made_at timestamptz(0) not null
);
grant select, insert, delete on dossiers.search to motcua_app;
create index search_made on dossiers.search (made_at);
