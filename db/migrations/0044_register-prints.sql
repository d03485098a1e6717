-- A month of a register on paper, drawn by the worker: whoever asked for it fetches it within a day. It names persons,
-- so it lies sealed under a key outside the database, and goes when one of them is erased by law.
create table dossiers.register_print (
  id uuid primary key, -- of the press
  account_id uuid not null, -- who asked; nobody else gets it
  office_id uuid not null,
  agency_id uuid not null,
  office_name text not null,
  register text not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  asked_at timestamptz(0) not null, -- machine time: it is kept for a day
  made_at timestamptz(0), -- machine time
  lines integer,
  sealed bytea, -- null of what was made: too many lines for a print
  check ((made_at is null) = (lines is null)),
  check (sealed is null or made_at is not null)
);
create index register_print_asked on dossiers.register_print (asked_at);
grant select, insert, delete on dossiers.register_print to motcua_app;
grant update (made_at, lines, sealed) on dossiers.register_print to motcua_app;
