-- Vietnamese lists of names go by the given name, which stands last; then family and middle names. Of several
-- applicants the first counts. Emptied with the name.
alter table dossiers.dossier
  add column applicant_given text collate "vi-VN-x-icu" not null
    generated always as (coalesce(substring(split_part(applicant_name, ',', 1) from '[^ ]*$'), '')) stored,
  add column applicant_rest text collate "vi-VN-x-icu" not null
    generated always as (coalesce(substring(split_part(applicant_name, ',', 1) from '^(.*) [^ ]*$'), '')) stored;

-- A list of everything one may read is walked in its order, and the office asked of each row; a list of work is short.
create index dossier_by_name on dossiers.dossier (applicant_given, applicant_rest, id) where not training;
create index dossier_by_due on dossiers.dossier (coalesce(due_at, 'infinity'), id) where not training;
create index dossier_by_receipt on dossiers.dossier (coalesce(received_at, 'infinity'), id) where not training;
