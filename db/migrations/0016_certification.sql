-- Certification at the one-stop: the books and their numbers (NĐ 23/2015/NĐ-CP Điều 13, TT 01/2020/TT-BTP).
create schema certification;
grant usage on schema certification to motcua_app;

-- One book for an agency, a kind of certification and a year. Its row is locked while numbers are given, so
-- numbers have no gap and no double; a closed book gives none.
create table certification.book (
  agency_id uuid not null,
  kind text not null check (kind in ('copies', 'signatures', 'translators', 'transactions', 'extracts')),
  year integer not null check (year between 2000 and 2999),
  volume integer not null default 1 check (volume > 0), -- quyển số: numbers go on in the next volume of a year
  last integer not null check (last >= 0),
  one_stop_id uuid not null, -- the offices that keep it may read it
  section_id uuid,
  opened_at timestamptz(0) not null,
  closed_at timestamptz(0),
  closed_documents integer check (closed_documents >= 0), -- what the closing states
  closed_copies integer check (closed_copies >= 0),
  closed_fees bigint check (closed_fees >= 0),
  primary key (agency_id, kind, year),
  check ((closed_at is null) = (closed_documents is null)),
  check ((closed_at is null) = (closed_copies is null)),
  check ((closed_at is null) = (closed_fees is null))
);
grant select, insert on certification.book to motcua_app;
grant update (last, one_stop_id, section_id, closed_at, closed_documents, closed_copies, closed_fees)
  on certification.book to motcua_app;

-- One number a document; copies of one document carry the same number. What is personal is emptied by erasure.
create table certification.entry (
  agency_id uuid not null,
  kind text not null,
  year integer not null,
  number integer not null check (number > 0),
  volume integer not null check (volume > 0),
  dossier_id uuid not null,
  dossier_number text not null,
  ordinal integer not null check (ordinal between 1 and 20),
  procedure_code text not null,
  entered_at timestamptz(0) not null, -- legal time
  entered_on date not null,
  entered_by uuid not null,
  pages integer check (pages > 0), -- of copies
  copies integer not null check (copies > 0),
  fee integer not null check (fee >= 0),
  exemption text check (exemption in ('farm-loan', 'decided', 'other')),
  electronic_copy text check (electronic_copy in ('requested')), -- a copy signed digitally is wished for
  requester_name text, -- personal: emptied by erasure, as all below
  requester_folded text,
  document_name text,
  parties text, -- who signs, or the parties of a transaction
  erased_at timestamptz(0),
  primary key (agency_id, kind, year, number),
  unique (dossier_id, ordinal),
  foreign key (agency_id, kind, year) references certification.book,
  check ((erased_at is null) = (requester_name is not null)),
  check (fee = 0 or exemption is null)
);
grant select, insert on certification.entry to motcua_app;
grant update (requester_name, requester_folded, document_name, parties, erased_at)
  on certification.entry to motcua_app;

create index entry_day on certification.entry (agency_id, kind, entered_on, number);
create index entry_dossier on certification.entry (dossier_number);
create index entry_requester on certification.entry using gin (agency_id, requester_folded gin_trgm_ops);
