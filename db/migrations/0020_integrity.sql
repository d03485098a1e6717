-- What was given out as legal time before a start: the clock goes on from here even when the machine's is behind.
alter table platform.legal_clock
  add column not_before timestamptz(0) not null default '2018-01-01T00:00:00+07:00';

-- What a running program noticed about its surroundings; a start empties it, `status` and the log say it.
create table platform.warning (
  code text primary key check (code ~ '^[a-z-]+$'),
  noticed_at timestamptz(0) not null
);
grant select, insert on platform.warning to motcua_app;

-- From version 2 on a daily root also covers the last sealed batch of the audit (0: none was sealed yet).
alter table dossiers.daily_root
  add column version integer not null default 1 check (version in (1, 2)),
  add column audit_seq integer check (audit_seq >= 0),
  add column audit_hash bytea check (length(audit_hash) = 32),
  add constraint daily_root_covers_audit
    check ((version = 1 and audit_seq is null and audit_hash is null)
        or (version > 1 and audit_seq is not null and audit_hash is not null));

-- The door opens only for what the history says is erased: nothing personal goes without a trace of who ordered it.
create or replace function dossiers.erase_personal(erased_dossier uuid) returns void
language plpgsql security definer set search_path = dossiers, pg_temp as $$
begin
  if not exists (select from dossiers.event where dossier_id = erased_dossier and type = 'personal-erased') then
    raise exception 'the history of this dossier does not say that it is erased';
  end if;
  delete from dossiers.event_personal where dossier_id = erased_dossier;
  update dossiers.party set id_hash = null where dossier_id = erased_dossier;
  update dossiers.dossier
     set wrapped_key = null, applicant_name = null, applicant_folded = null
   where id = erased_dossier;
end
$$;
