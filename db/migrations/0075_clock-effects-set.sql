-- What an administrator says about the clock, from a day on that has not begun: rows beside those that are loaded
-- (catalogue.clock_effect). Nothing is written over: of two rows of a kind the later one holds from its first day on.
create table catalogue.clock_effect_set (
  id uuid primary key,
  regime text not null check (regime in ('2018', '2025')),
  procedure_code text check (length(procedure_code) between 1 and 60), -- null: of every procedure
  event text not null,
  effect text,
  most smallint check (most between 1 and 9),
  basis text not null check (length(basis) between 1 and 500),
  valid_from date not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz(0) not null,
  check (case event
    when 'supplement' then effect in ('restart', 'suspend') and (most is not null or procedure_code is not null)
    when 'payment' then effect = 'suspend' and most is null
    when 'opinion' then effect in ('none', 'suspend') and most is null
    when 're-appointment' then effect is null and most is not null
    else false end),
  check (valid_from > (set_at at time zone 'Asia/Ho_Chi_Minh')::date) -- no day that has begun changes
);
create index clock_effect_set_of on catalogue.clock_effect_set (regime, procedure_code);
grant select, insert on catalogue.clock_effect_set to motcua_app;

-- Taken back before its first day.
create table catalogue.clock_effect_taken_back (
  effect_id uuid primary key references catalogue.clock_effect_set,
  taken_back_by uuid not null,
  taken_back_by_name text not null,
  taken_back_at timestamptz(0) not null
);
grant select, insert on catalogue.clock_effect_taken_back to motcua_app;

-- Somebody compared a row with the text of the law: of a loaded row the id follows from all that it says, so that a
-- row that is loaded with other words is not compared any more.
create table catalogue.clock_effect_check (
  effect_id uuid primary key,
  source text not null check (length(source) between 1 and 500),
  checked_by uuid not null,
  checked_by_name text not null,
  checked_at timestamptz(0) not null
);
grant select, insert on catalogue.clock_effect_check to motcua_app;
