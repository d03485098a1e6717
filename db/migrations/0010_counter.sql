-- Reception: drafts of what is being filled in at a counter. A draft is not a dossier: it has no number.
create schema counter;
grant usage on schema counter to motcua_app;

-- Typed text is personal: it lies sealed under a key outside the database and is forgotten when the draft ends.
create table counter.draft (
  id uuid primary key, -- also what makes a second press find the first dossier
  account_id uuid not null,
  office_id uuid not null, -- the one-stop that receives
  procedure_version_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  reference text, -- of the dossier that it goes on with
  seen_seq integer,
  sealed bytea, -- null once the draft has become a dossier
  version integer not null default 1 check (version > 0),
  page_token uuid, -- the page that saved last: its next save is no conflict
  dossier text, -- number or reference of what it became
  created_at timestamptz(0) not null, -- legal time, as all that staff see
  updated_at timestamptz(0) not null,
  check ((reference is null) = (seen_seq is null)),
  check ((sealed is null) = (dossier is not null))
);
grant select, insert, update, delete on counter.draft to motcua_app;
create index draft_mine on counter.draft (account_id, updated_at desc) where dossier is null;
create index draft_old on counter.draft (updated_at);
create unique index draft_going_on on counter.draft (account_id, reference) where dossier is null;

-- Scans chosen so far, by paper of the tick-list. The file itself belongs to documents.
create table counter.draft_file (
  draft_id uuid not null references counter.draft on delete cascade,
  file_id uuid not null,
  paper text not null check (length(paper) between 1 and 100),
  owned boolean not null, -- false: of the dossier that the draft goes on with, never erased from here
  ordinal integer generated always as identity,
  primary key (draft_id, file_id)
);
grant select, insert, update, delete on counter.draft_file to motcua_app;

-- How often a one-stop received a procedure: the most used ones are offered first.
create table counter.procedure_use (
  office_id uuid not null,
  procedure_code text not null,
  uses integer not null check (uses > 0),
  primary key (office_id, procedure_code)
);
grant select, insert, update on counter.procedure_use to motcua_app;
