-- Units that the address of the first applicant names, in search form (`xa tan phu trung`), `?` when it names no
-- province: to be found by place, under the old names and the new. Null: not noted yet. Emptied by erasure.
alter table dossiers.dossier add column places text[];
create index dossier_places on dossiers.dossier using gin (places) where not training;
create index dossier_places_unknown on dossiers.dossier (id) where places is null and wrapped_key is not null;

create or replace function dossiers.erase_personal(erased_dossier uuid) returns void
language plpgsql security definer set search_path = dossiers, pg_temp as $$
begin
  if not exists (select from dossiers.event where dossier_id = erased_dossier and type = 'personal-erased') then
    raise exception 'the history of this dossier does not say that it is erased';
  end if;
  delete from dossiers.event_personal where dossier_id = erased_dossier;
  update dossiers.party set id_hash = null where dossier_id = erased_dossier;
  update dossiers.dossier
     set wrapped_key = null, applicant_name = null, applicant_folded = null, places = null
   where id = erased_dossier;
end
$$;

-- Every register that gives numbers to papers is closed at year end, not only those of receipt and of results.
alter table dossiers.register_closing drop constraint register_closing_register_check,
  add constraint register_closing_register_check check (register ~ '^[a-z-]+$');
