-- No scan without somebody who answers for it, and no long search for who needs a content.

-- Scans that wait in a form that came back after a refused press: whose, for which dossier, until when. What is
-- not filed by then is destroyed at night.
create table dossiers.kept_scan (
  file_id uuid primary key, -- of documents
  dossier_id uuid not null references dossiers.dossier,
  account_id uuid not null,
  press_key uuid not null, -- the press whose form keeps it
  kept_until timestamptz(0) not null -- machine time
);
grant select, insert, delete on dossiers.kept_scan to motcua_app;
grant update (press_key, kept_until) on dossiers.kept_scan to motcua_app;
create index kept_scan_until on dossiers.kept_scan (kept_until);
create index kept_scan_dossier on dossiers.kept_scan (dossier_id);

-- "Does anybody need these bytes?" is asked for every content that is destroyed.
create index paper_pdf on documents.paper (pdf_sha256) where pdf_sha256 is not null;
create index paper_signed_pdf on documents.paper (signed_pdf_sha256) where signed_pdf_sha256 is not null;

-- Drafts of anybody that go on with a dossier: asked for when it is erased.
create index draft_reference on counter.draft (reference) where reference is not null;
