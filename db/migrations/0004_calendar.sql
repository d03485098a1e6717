-- Days off, swapped days, office hours, opening hours: data with year and source.
create schema calendar;
grant usage on schema calendar to motcua_app;

-- Years whose notice of days off is known; due dates beyond the last are computed, and said to be uncertain.
create table calendar.year (
  year integer primary key check (year between 1900 and 2200),
  notice text not null check (length(notice) <= 500)
);
grant select, insert, update on calendar.year to motcua_app;

-- Only days that differ from their weekday.
create table calendar.day (
  date date primary key,
  kind text not null check (kind in ('holiday', 'swapped-off', 'swapped-work')),
  name text not null check (length(name) between 1 and 200),
  checked boolean not null, -- false: estimated, or not compared with the notice of its year
  source text not null default '' check (length(source) <= 500),
  swapped_with date, -- the day worked instead of it, or off instead of it
  confirmed_by uuid, -- account of the calendar manager; a confirmed day is never changed by a seed
  confirmed_at timestamptz(0),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by is null or checked)
);
grant select, insert, update on calendar.day to motcua_app;

-- Hours that make a limit run. office_id null: all offices without their own. Where two overlap the later
-- start holds; closing one is setting its last day.
create table calendar.office_hours (
  id bigint generated always as identity primary key,
  office_id uuid,
  spans jsonb not null check (jsonb_typeof(spans) = 'array' and jsonb_array_length(spans) > 0), -- [["07:00", "11:30"], …]
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  unique nulls not distinct (office_id, valid_from)
);
grant select, insert, update on calendar.office_hours to motcua_app;

-- Hours a counter is open, by weekday (1 Monday … 7 Sunday): {"6": [["07:30", "11:00"]]}. They make no day count.
create table calendar.opening_hours (
  id bigint generated always as identity primary key,
  office_id uuid not null,
  weekly jsonb not null check (jsonb_typeof(weekly) = 'object'),
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  unique nulls not distinct (office_id, valid_from)
);
grant select, insert, update on calendar.opening_hours to motcua_app;

-- Names the present content: programs keep a calendar in memory only as long as this stays the same. Random,
-- so that a change rolled back and another made never look alike.
create table calendar.version (
  only_row boolean primary key default true check (only_row),
  version uuid not null
);
insert into calendar.version (version) values (gen_random_uuid());
grant select on calendar.version to motcua_app;

create function calendar.new_version() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update calendar.version set version = gen_random_uuid();
  return null;
end
$$;

create trigger new_version after insert or update or delete or truncate on calendar.year
  for each statement execute function calendar.new_version();
create trigger new_version after insert or update or delete or truncate on calendar.day
  for each statement execute function calendar.new_version();
create trigger new_version after insert or update or delete or truncate on calendar.office_hours
  for each statement execute function calendar.new_version();
create trigger new_version after insert or update or delete or truncate on calendar.opening_hours
  for each statement execute function calendar.new_version();
