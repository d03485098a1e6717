-- Hồ sơ thử: a dossier to practise with. It moves like a real one and counts nowhere: every list, count, register
-- and report reads only real dossiers (src/modules/dossiers/store/real-dossiers.ts).
alter table dossiers.dossier
  add column training boolean not null default false,
  -- called THU-XXXX-XXXX from its first moment; that is its number too, of no series
  add constraint dossier_training_name check (training = (reference like 'THU-%')),
  add constraint dossier_training_number check (number is null or training = (number = reference));
create index dossier_training on dossiers.dossier (agency_id, updated_at desc, id) where training;

alter table counter.draft add column training boolean not null default false;

-- What it began as it stays: no program makes a real dossier of it, or the reverse.
create function dossiers.keep_training() returns trigger language plpgsql as $$
begin
  raise exception 'whether it is a training dossier is said once' using errcode = 'restrict_violation';
end $$;
create trigger keep_training before update on dossiers.dossier
  for each row when (old.training is distinct from new.training) execute function dossiers.keep_training();
create trigger keep_training before update on counter.draft
  for each row when (old.training is distinct from new.training) execute function dossiers.keep_training();
