-- Administrative units with the days they are in force. A code means something only with a date.
create schema places;
grant usage on schema places to motcua_app;

create table places.unit (
  code text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from), -- last day in force; null: still
  name text not null, -- with its kind: Xã Phú Hựu
  level text not null check (level in ('province', 'district', 'commune')),
  parent_code text, -- in force in the same time; null for provinces
  folded text not null, -- of name, for search
  primary key (code, valid_from),
  check ((parent_code is null) = (level = 'province'))
);
grant select on places.unit to motcua_app;
create index unit_parent on places.unit (parent_code, valid_from);
create index unit_search on places.unit using gin (folded gin_trgm_ops);

-- What became of a unit on a day. A divided unit has several successors.
create table places.succession (
  old_code text not null,
  new_code text not null,
  on_day date not null, -- first day of the new unit
  ordinal integer not null, -- the main successor first
  checked boolean not null, -- false: a correction of ours that needs an official text
  primary key (old_code, on_day, new_code)
);
grant select on places.succession to motcua_app;
create index succession_new on places.succession (new_code, on_day);
