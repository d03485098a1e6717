-- Ground for all: the application's role, the installation's own facts.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

do $$
begin
  if not exists (select from pg_roles where rolname = 'motcua_app') then
    create role motcua_app login;
  end if;
exception when duplicate_object then
  null; -- another database of the same cluster made it this very moment
end
$$;

create schema platform;
grant usage on schema platform to motcua_app;

-- One row: what kind of installation this is. Written once, the kind never changes.
create table platform.installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  kind text not null check (kind in ('demo', 'real')),
  created_at timestamptz(0) not null default now(),
  seeds_sha256 text
);
revoke all on platform.installation from motcua_app;
grant select on platform.installation to motcua_app;

create function platform.kind_is_fixed() returns trigger language plpgsql as $$
begin
  if new.kind <> old.kind or new.id <> old.id then
    raise exception 'the kind of an installation never changes';
  end if;
  return new;
end
$$;
create trigger kind_is_fixed before update on platform.installation
  for each row execute function platform.kind_is_fixed();

-- Legal time of a demo or test installation: offset to the machine's, and the latest moment recorded
-- (legal time never goes backwards, also across restarts).
create table platform.legal_clock (
  only_row boolean primary key default true check (only_row),
  offset_seconds bigint not null default 0,
  latest timestamptz(0) not null default '2018-01-01T00:00:00+07:00'
);
insert into platform.legal_clock default values;
grant select, update on platform.legal_clock to motcua_app;

-- Settings an office may change without a new version.
create table platform.setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz(0) not null default now()
);
grant select on platform.setting to motcua_app;

-- Rate limits, shared by all web processes.
create table platform.rate_limit (
  key text not null,
  window_start timestamptz(0) not null,
  hits integer not null,
  primary key (key, window_start)
);
grant select, insert, update, delete on platform.rate_limit to motcua_app;
