-- Who did and who read what. Rows go in without a lock; a job chains them in sealed batches within a minute.
-- Nobody updates or deletes; never a word of personal data in here, only ids, codes and dossier numbers.
create schema audit;
grant usage on schema audit to motcua_app;

create table audit.entry (
  position bigint generated always as identity primary key,
  account_id uuid, -- null: nobody signed in, or the program itself
  post_id uuid,
  office_id uuid,
  action text not null check (action ~ '^[a-z0-9-]+/[a-z0-9-]+$'),
  subject_kind text,
  subject_id text check (length(subject_id) <= 100),
  legal_at timestamptz(0) not null,
  machine_at timestamptz(0) not null,
  address text check (length(address) <= 60),
  request_id text check (length(request_id) <= 60),
  result text not null check (result in ('allowed', 'refused')),
  reason text check (length(reason) <= 200)
);
grant select, insert on audit.entry to motcua_app;
create index entry_subject on audit.entry (subject_kind, subject_id, position) where subject_id is not null;
create index entry_account on audit.entry (account_id, position) where account_id is not null;

create table audit.batch (
  seq integer primary key check (seq > 0),
  from_position bigint not null,
  to_position bigint not null,
  entries integer not null check (entries > 0),
  sealed_at timestamptz(0) not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32)
);
grant select, insert on audit.batch to motcua_app;

-- Which entry lies in which batch: positions alone do not say it, a slow transaction may bring a lower one later.
create table audit.sealed_entry (
  position bigint primary key, -- no foreign key: a row that was cut must stay visible here
  batch_seq integer not null references audit.batch,
  hash bytea not null check (length(hash) = 32)
);
grant select, insert on audit.sealed_entry to motcua_app;
create index sealed_entry_batch on audit.sealed_entry (batch_seq, position);
