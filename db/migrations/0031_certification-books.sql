-- What is written in a book stays; a correction stands beside it with its day and who made it, as on paper: the old
-- name struck, the new one over it. Emptied by erasure only.
create table certification.correction (
  dossier_id uuid not null,
  nth integer not null check (nth > 0),
  corrected_at timestamptz(0) not null, -- legal time
  corrected_by uuid not null,
  was text, -- personal, as below
  becomes text,
  erased_at timestamptz(0),
  primary key (dossier_id, nth),
  check ((erased_at is null) = (was is not null)),
  check ((was is null) = (becomes is null))
);
grant select, insert on certification.correction to motcua_app;
grant update (was, becomes, erased_at) on certification.correction to motcua_app;

-- Volumes after the first of a year: the paper book was full. Numbers go on in the next one.
create table certification.volume (
  agency_id uuid not null,
  kind text not null,
  year integer not null,
  volume integer not null check (volume > 1),
  after_number integer not null check (after_number > 0), -- the last number of the volume before
  opened_at timestamptz(0) not null, -- legal time
  opened_by uuid not null,
  primary key (agency_id, kind, year, volume),
  unique (agency_id, kind, year, after_number), -- none is left empty
  foreign key (agency_id, kind, year) references certification.book
);
grant select, insert on certification.volume to motcua_app;
grant update (volume) on certification.book to motcua_app;

-- An organisation asks: its number is in the dossier, who came for it stands in the book.
alter table certification.entry add column represented_by text; -- personal
grant update (represented_by) on certification.entry to motcua_app;
