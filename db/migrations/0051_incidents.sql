-- Technical incidents (*sự cố kỹ thuật*): which system could not be used, when, by which offices. No due date moves by
-- one; it stands as evidence beside the dossiers whose time it fell into.
create schema incidents;
grant usage on schema incidents to motcua_app;

create table incidents.incident (
  id uuid primary key, -- key of the press that recorded it
  system text not null check (system in ('software', 'national-portal', 'payment', 'identity', 'post', 'network', 'power')),
  from_at timestamptz(0) not null,
  to_at timestamptz(0) check (to_at > from_at), -- null: it is still going on
  office_ids uuid[], -- null: all offices
  what text not null check (length(what) between 1 and 2000),
  recorded_by uuid, -- null: the program noticed it itself
  recorded_by_name text not null,
  recorded_at timestamptz(0) not null,
  ended_by uuid,
  ended_by_name text
);
create index incident_time on incidents.incident (from_at);
grant select, insert on incidents.incident to motcua_app;
grant update (to_at, ended_by, ended_by_name) on incidents.incident to motcua_app;

-- What was recorded stays; an incident that goes on may only get its end, once.
create function incidents.incident_ends_once() returns trigger language plpgsql as $$
begin
  if old.to_at is not null then
    raise exception 'an incident ends once';
  end if;
  return new;
end $$;
create trigger incident_ends_once before update on incidents.incident
  for each row execute function incidents.incident_ends_once();

-- When the program was seen at work last; a gap in office hours is recorded as an incident by the program itself.
create table incidents.seen_at_work (
  only_row boolean primary key default true check (only_row),
  at timestamptz(0) not null
);
grant select, insert, update on incidents.seen_at_work to motcua_app;
