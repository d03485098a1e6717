-- What a dossier is found and sorted by of its applicants lies beside the row, with the indexes over it: a press on a
-- dossier writes every index of its row again, and these were the dearest of them. Names and places change seldom; a
-- trigger brings them over when they do, so that whoever writes the row need not know.
create table dossiers.applicant (
  dossier_id uuid primary key,
  training boolean not null, -- as the row says it
  folded text, -- names in search form; emptied with the names
  -- Vietnamese lists of names go by the given name of the first applicant, then family and middle names
  given text collate "vi-VN-x-icu" not null,
  rest text collate "vi-VN-x-icu" not null,
  places text[] -- null: not noted yet
);
grant select on dossiers.applicant to motcua_app;

insert into dossiers.applicant (dossier_id, training, folded, given, rest, places)
select id, training, applicant_folded, applicant_given, applicant_rest, places from dossiers.dossier;

alter table dossiers.applicant
  add constraint applicant_dossier foreign key (dossier_id) references dossiers.dossier on delete cascade;
create index applicant_folded on dossiers.applicant using gin (folded gin_trgm_ops);
create index applicant_places on dossiers.applicant using gin (places) where not training;
create index applicant_by_name on dossiers.applicant (given, rest, dossier_id) where not training;
drop index dossiers.dossier_applicant, dossiers.dossier_places, dossiers.dossier_by_name;

create function dossiers.bring_applicant() returns trigger
language plpgsql security definer set search_path = dossiers, pg_temp as $$
begin
  insert into applicant (dossier_id, training, folded, given, rest, places)
  values (new.id, new.training, new.applicant_folded, new.applicant_given, new.applicant_rest, new.places)
  on conflict (dossier_id) do update
     set folded = excluded.folded, given = excluded.given, rest = excluded.rest, places = excluded.places;
  return null;
end
$$;
create trigger applicant_begins after insert on dossiers.dossier
  for each row execute function dossiers.bring_applicant();
create trigger applicant_changes after update on dossiers.dossier for each row
  when ((old.applicant_name, old.applicant_folded, old.places)
        is distinct from (new.applicant_name, new.applicant_folded, new.places))
  execute function dossiers.bring_applicant();

analyze dossiers.applicant;
