-- The calendar kept by people, and what was confirmed of the data an installation starts with.

-- 'ordinary': a day that was special once and, by its notice, is like its weekday again.
alter table calendar.day drop constraint day_kind_check;
alter table calendar.day add constraint day_kind_check
  check (kind in ('holiday', 'swapped-off', 'swapped-work', 'ordinary'));

-- What a person changed or confirmed: one row a day and press, before and after.
create table calendar.day_change (
  press_id uuid not null, -- given with the form: the same press is recorded once
  date date not null,
  before jsonb, -- null: it was like its weekday
  after jsonb not null,
  notice text not null check (length(notice) between 1 and 300), -- number and date of the notice
  recorded_by uuid not null,
  legal_at timestamptz(0) not null,
  primary key (press_id, date)
);
grant select, insert on calendar.day_change to motcua_app;
create index day_change_date on calendar.day_change (date);

-- The year of a notice that a person compared all days with.
alter table calendar.year
  add column confirmed_by uuid,
  add column confirmed_at timestamptz(0),
  add constraint year_confirmed check ((confirmed_by is null) = (confirmed_at is null));

-- Who wrote these hours; null: loaded, or by the command line.
alter table calendar.office_hours add column recorded_by uuid;
alter table calendar.office_hours add column recorded_at timestamptz(0);
alter table calendar.opening_hours add column recorded_by uuid;
alter table calendar.opening_hours add column recorded_at timestamptz(0);

-- Who confirmed what of the loaded data, by which source. The digest is of what was confirmed: when the data
-- change, it is to be confirmed again.
create schema administration;
grant usage on schema administration to motcua_app;

create table administration.confirmation (
  id uuid primary key,
  kind text not null check (kind in ('procedure', 'agency-code', 'calendar-day', 'place', 'template')),
  key text not null check (length(key) between 1 and 200),
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  source text not null check (length(source) between 1 and 500),
  confirmed_by uuid not null,
  confirmed_by_name text not null,
  legal_at timestamptz(0) not null,
  unique (kind, key, content_sha256)
);
grant select, insert on administration.confirmation to motcua_app;
