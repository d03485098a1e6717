-- The date that the applicant was told last, where the calendar has moved it since and nobody has told them yet.
alter table dossiers.dossier add column known_due_at timestamptz(0);

-- What the calendar has moved before this version, for dossiers whose clock has not started again since.
update dossiers.dossier d
   set known_due_at = (first.body ->> 'before')::timestamptz
  from (select distinct on (e.dossier_id) e.dossier_id, e.body from dossiers.event e
         where e.type = 'due-date-recomputed' and not exists (
           select from dossiers.event later where later.dossier_id = e.dossier_id and later.seq > e.seq
              and later.type in ('supplement-received', 'procedure-corrected', 'payment-recorded'))
         order by e.dossier_id, e.seq) first
 where first.dossier_id = d.id and (first.body ->> 'before')::timestamptz is distinct from d.due_at;

create index dossier_date_to_tell on dossiers.dossier (intake_office_id) where known_due_at is not null;
