-- Electronic copies of certified documents, signed digitally (NĐ 45/2020/NĐ-CP Điều 10). The wish stands in
-- certification.entry; what became of it since, one document a history that only grows. No personal data here.
create table certification.electronic_copy (
  dossier_id uuid not null,
  ordinal integer not null,
  nth integer not null check (nth > 0),
  happened text not null check (happened in ('scanned', 'signed', 'given')),
  at timestamptz(0) not null, -- legal time
  by_account uuid not null,
  press_key uuid not null unique, -- a second press finds the first
  file_ids uuid[], -- of a scan: the files as they were read, in their order
  paper_id uuid, -- of a signature
  way text check (way in ('stick', 'email', 'other')), -- of a hand-over, by the person's wish
  primary key (dossier_id, ordinal, nth),
  foreign key (dossier_id, ordinal) references certification.entry (dossier_id, ordinal),
  check ((happened = 'scanned') = (file_ids is not null)),
  check (coalesce(cardinality(file_ids), 1) > 0),
  check ((happened = 'signed') = (paper_id is not null)),
  check ((happened = 'given') = (way is not null))
);
grant select, insert on certification.electronic_copy to motcua_app;
create unique index electronic_copy_once on certification.electronic_copy (dossier_id, ordinal, happened)
  where happened in ('signed', 'given');

-- Scans that a copy has now: a wrong one is taken away again before it is signed.
create table certification.electronic_scan (
  file_id uuid primary key,
  dossier_id uuid not null,
  ordinal integer not null,
  pages integer not null check (pages > 0),
  added_at timestamptz(0) not null, -- legal time
  foreign key (dossier_id, ordinal) references certification.entry (dossier_id, ordinal)
);
grant select, insert, delete on certification.electronic_scan to motcua_app;
create index electronic_scan_copy on certification.electronic_scan (dossier_id, ordinal);

create index entry_electronic on certification.entry (agency_id, entered_at) where electronic_copy is not null;

insert into documents.template_version
  (purpose, regime, version, file, form_number, basis, layout_unverified, valid_from)
values
  ('electronic-copy', '2018', 1, '2018/electronic-copy.typ', null, 'NĐ 45/2020/NĐ-CP', true, '2018-01-01'),
  ('electronic-copy', '2025', 1, '2025/electronic-copy.typ', null, 'NĐ 45/2020/NĐ-CP', true, '2025-07-01');
