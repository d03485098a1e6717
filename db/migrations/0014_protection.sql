-- The data-protection officer: what is asked about a person, refused reads, alarms on reading strangers' dossiers.
-- No name and no number of a person stands here readable.
create schema protection;
grant usage on schema protection to motcua_app;

-- A question about one identity number. The number, and which dossiers it led to, are sealed and go after half an
-- hour; who asked, why and by which paper stays in the audit log.
create table protection.question (
  id uuid primary key,
  account_id uuid not null,
  sealed bytea not null,
  reason text not null,
  reference text not null check (length(reference) between 1 and 40),
  asked_at timestamptz(0) not null, -- legal time
  made_at timestamptz(0) not null -- machine time
);
grant select, insert, delete on protection.question to motcua_app;
create index question_made on protection.question (made_at);

-- How an agency is watched and how long it keeps; the last version holds, the earlier ones stay.
create table protection.agency_rule (
  agency_id uuid not null,
  version integer not null check (version > 0),
  strangers_a_day integer not null check (strangers_a_day between 5 and 1000),
  retention_years integer check (retention_years between 1 and 100), -- null: not decided yet
  retention_paper text check (length(retention_paper) <= 40),
  set_by uuid not null,
  set_at timestamptz(0) not null,
  primary key (agency_id, version),
  check ((retention_years is null) = (retention_paper is null))
);
grant select, insert on protection.agency_rule to motcua_app;

-- How far the log has been looked through: by sealed batches, so that no late row is missed and none counts twice.
create table protection.watched (
  only_row boolean primary key default true check (only_row),
  last_batch integer not null
);
insert into protection.watched (last_batch) select coalesce(max(seq), 0) from audit.batch;
grant select, update on protection.watched to motcua_app;

-- Refused tries of people with an account, by each agency concerned: that of the dossier, that of the reader.
create table protection.refused_read (
  agency_id uuid not null,
  position bigint not null, -- of the log
  primary key (agency_id, position)
);
grant select, insert on protection.refused_read to motcua_app;

-- A dossier read on a legal day by somebody who neither holds it nor ever worked on it; once a day.
create table protection.stranger_read (
  agency_id uuid not null, -- of the reader's office
  account_id uuid not null,
  day date not null,
  dossier text not null check (length(dossier) <= 100), -- number or reference
  position bigint not null,
  primary key (account_id, day, agency_id, dossier)
);
grant select, insert on protection.stranger_read to motcua_app;

create table protection.alarm (
  id uuid primary key,
  agency_id uuid not null,
  account_id uuid not null,
  day date not null,
  more_than integer not null, -- the limit that was passed, as it was that day
  raised_at timestamptz(0) not null,
  unique (account_id, day, agency_id)
);
grant select, insert on protection.alarm to motcua_app;
create index alarm_newest on protection.alarm (agency_id, raised_at desc, id desc);

create table protection.acknowledgement (
  alarm_id uuid primary key references protection.alarm,
  account_id uuid not null,
  sealed_note bytea not null,
  acknowledged_at timestamptz(0) not null
);
grant select, insert on protection.acknowledgement to motcua_app;

-- Who took a result is found by number as the applicant is.
alter table dossiers.party drop constraint party_kind_check;
alter table dossiers.party add constraint party_kind_check
  check (kind in ('applicant', 'authorised', 'receiver'));
