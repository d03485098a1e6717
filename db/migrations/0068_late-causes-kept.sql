-- Synchronisation fails with the national portal or with the software of a sector; what is none of them is something else.
alter table incidents.incident drop constraint incident_system_check;
alter table incidents.incident add constraint incident_system_check check (system in
  ('software', 'national-portal', 'sector-software', 'payment', 'identity', 'post', 'network', 'power', 'other'));

-- Whose cause of being late is to be reckoned: noted by the change itself. What is open and overdue is reckoned once a day
-- besides; what is not late any more keeps the cause of when it was: reports of then count it.
create table dossiers.to_reckon (
  id bigint generated always as identity primary key,
  dossier_id uuid not null
);
grant select, insert, delete on dossiers.to_reckon to motcua_app;
create function dossiers.note_to_reckon() returns trigger language plpgsql as $$
begin
  insert into dossiers.to_reckon (dossier_id) values (new.id);
  return null;
end
$$;
create trigger reckon_change after update on dossiers.dossier for each row
  when (not new.training and new.received_at is not null and old.head_seq <> new.head_seq
    and ((new.updated_at > new.due_at and (new.ended_at is null or new.ended_at > new.due_at))
      or (new.updated_at > old.due_at and (old.ended_at is null or old.ended_at > old.due_at))))
  execute function dossiers.note_to_reckon();
-- one that comes with its history; after a due date that was moved it may have been late before
create trigger reckon_begin after insert on dossiers.dossier for each row
  when (not new.training and new.received_at is not null
    and (new.ended_at > new.due_at or new.updated_at > new.due_at or new.due_at is distinct from new.first_due_at))
  execute function dossiers.note_to_reckon();

-- incidents that were recorded or ended since: they are evidence for what was late then
create table dossiers.incident_to_reckon (
  id bigint generated always as identity primary key,
  incident_id uuid not null
);
grant select, insert, delete on dossiers.incident_to_reckon to motcua_app;
create function dossiers.note_incident() returns trigger language plpgsql as $$
begin
  insert into dossiers.incident_to_reckon (incident_id) values (new.id);
  return null;
end
$$;
create trigger late_causes_change after insert or update on incidents.incident for each row
  execute function dossiers.note_incident();
create index late_cause_until on dossiers.late_cause (until_at);
alter table dossiers.late_cause drop column basis; -- the notes say what has changed
drop index dossiers.dossier_ended_late; -- reports find them by their counts

-- what was late before there were notes
insert into dossiers.to_reckon (dossier_id)
select distinct i.dossier_id
  from (select dossier_id, kind, due_at, lead(from_at) over (partition by dossier_id order by seq) as until_at
          from dossiers.clock_interval) i
  join dossiers.dossier d on d.id = i.dossier_id and not d.training
 where i.kind not in ('citizen', 'payment', 'ended') and i.until_at > i.due_at
   and not exists (select from dossiers.late_cause c where c.dossier_id = i.dossier_id);
