-- Papers that go out, their templates and signatures; stored files; numbered registers.
-- What a paper says lies apart (paper_content) and can be destroyed by law; its digest and signatures stay.
create schema documents;
grant usage on schema documents to motcua_app;

create domain documents.sha256_hex as text check (value ~ '^[0-9a-f]{64}$');

-- Purposes have names, regimes give number and layout: TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP.
create table documents.template_version (
  purpose text not null check (purpose ~ '^[a-z-]+$'),
  regime text not null check (regime in ('2018', '2025')),
  version integer not null check (version > 0),
  file text not null check (file ~ '^[a-z0-9/-]+\.typ$'),
  form_number text,
  basis text not null,
  layout_unverified boolean not null default false,
  valid_from date not null,
  primary key (purpose, regime, version)
);
grant select on documents.template_version to motcua_app;

insert into documents.template_version
  (purpose, regime, version, file, form_number, basis, layout_unverified, valid_from)
values
  ('receipt',            '2018', 1, '2018/receipt.typ',            '01', 'TT 01/2018/TT-VPCP', false, '2018-01-01'),
  ('completion-request', '2018', 1, '2018/completion-request.typ', '02', 'TT 01/2018/TT-VPCP', false, '2018-01-01'),
  ('refusal',            '2018', 1, '2018/refusal.typ',            '03', 'TT 01/2018/TT-VPCP', false, '2018-01-01'),
  ('control-slip',       '2018', 1, '2018/control-slip.typ',       '05', 'TT 01/2018/TT-VPCP', false, '2018-01-01'),
  ('result',             '2018', 1, '2018/result.typ',             null, 'NĐ 30/2020/NĐ-CP',   false, '2018-01-01'),
  ('receipt',            '2025', 1, '2025/receipt.typ',            '01', 'TT 03/2025/TT-VPCP', true,  '2025-07-01'),
  ('completion-request', '2025', 1, '2025/completion-request.typ', '02', 'TT 03/2025/TT-VPCP', true,  '2025-07-01'),
  ('refusal',            '2025', 1, '2025/refusal.typ',            '03', 'TT 03/2025/TT-VPCP', true,  '2025-07-01'),
  ('control-slip',       '2025', 1, '2025/control-slip.typ',       '06', 'TT 03/2025/TT-VPCP', true,  '2025-07-01'),
  ('result',             '2025', 1, '2025/result.typ',             null, 'NĐ 30/2020/NĐ-CP',   false, '2025-07-01');

create table documents.paper (
  id uuid primary key,
  purpose text not null,
  regime text not null,
  template_version integer not null,
  office_id uuid not null,
  subject_id uuid not null, -- the dossier, or another case
  number text check (length(number) <= 100),
  language text not null check (language in ('vi', 'en')),
  content_sha256 documents.sha256_hex not null, -- over salt and canonical content
  frozen_at timestamptz(0) not null,
  pdf_sha256 documents.sha256_hex,
  signed_pdf_sha256 documents.sha256_hex,
  void_at timestamptz(0),
  void_reason text check (void_reason in ('taken-back', 'annulled', 'replaced')),
  erased_at timestamptz(0),
  foreign key (purpose, regime, template_version) references documents.template_version,
  check ((void_at is null) = (void_reason is null))
);
create index paper_subject on documents.paper (subject_id, frozen_at, id);
grant select, insert on documents.paper to motcua_app;
grant update (pdf_sha256, signed_pdf_sha256, void_at, void_reason) on documents.paper to motcua_app;

create table documents.paper_content (
  paper_id uuid primary key references documents.paper,
  salt bytea not null check (length(salt) = 32),
  content jsonb not null
);
grant select, insert on documents.paper_content to motcua_app;

-- Each of these is filled once; only erasing by law empties them again.
create function documents.paper_filled_once() returns trigger language plpgsql as $$
begin
  if new.erased_at is not null and old.erased_at is null then
    return new;
  end if;
  if (old.pdf_sha256 is not null and new.pdf_sha256 is distinct from old.pdf_sha256)
    or (old.signed_pdf_sha256 is not null and new.signed_pdf_sha256 is distinct from old.signed_pdf_sha256)
    or (old.void_at is not null and (new.void_at, new.void_reason) is distinct from (old.void_at, old.void_reason))
  then
    raise exception 'a paper is filled once and voided once';
  end if;
  return new;
end
$$;
create trigger paper_filled_once before update on documents.paper
  for each row execute function documents.paper_filled_once();

-- The leader's signature is the decision; over a statement that names paper, time and content_sha256.
create table documents.signature (
  id uuid primary key,
  paper_id uuid not null references documents.paper,
  account_id uuid not null,
  name text not null,
  title text not null,
  organisation text not null,
  signed_at timestamptz(0) not null,
  digest bytea not null check (length(digest) = 32),
  algorithm text not null check (algorithm in ('ECDSA-P256-SHA256')),
  signature bytea not null,
  certificate bytea not null,
  unique (paper_id, account_id)
);
grant select, insert on documents.signature to motcua_app;

create table documents.stored_file (
  id uuid primary key,
  sha256 documents.sha256_hex not null,
  size integer not null check (size > 0),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  original_name text check (length(original_name) <= 255),
  stored_at timestamptz(0) not null,
  account_id uuid,
  erased_at timestamptz(0)
);
create index stored_file_content on documents.stored_file (sha256);
grant select, insert on documents.stored_file to motcua_app;

-- Numbers of an office's registers, a series a year, without gap or double: the row is locked until commit.
create table documents.register_series (
  office_id uuid not null,
  register text not null check (register ~ '^[a-z-]+$'),
  year integer not null check (year between 1945 and 2200),
  last integer not null check (last > 0),
  primary key (office_id, register, year)
);
grant select, insert on documents.register_series to motcua_app;
grant update (last) on documents.register_series to motcua_app;

create function documents.register_counts_by_one() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' and new.last <> 1) or (tg_op = 'UPDATE' and new.last <> old.last + 1) then
    raise exception 'a register counts by one';
  end if;
  return new;
end
$$;
create trigger register_counts_by_one before insert or update on documents.register_series
  for each row execute function documents.register_counts_by_one();

create table documents.register_entry (
  office_id uuid not null,
  register text not null,
  year integer not null,
  number integer not null check (number > 0),
  paper_id uuid references documents.paper,
  subject_id uuid not null,
  entered_at timestamptz(0) not null,
  void_at timestamptz(0),
  void_reason text check (void_reason in ('taken-back', 'annulled', 'replaced')),
  primary key (office_id, register, year, number),
  foreign key (office_id, register, year) references documents.register_series,
  check ((void_at is null) = (void_reason is null))
);
create index register_entry_paper on documents.register_entry (paper_id);
grant select, insert on documents.register_entry to motcua_app;
grant update (void_at, void_reason) on documents.register_entry to motcua_app;

-- Erasing by law: the content of all papers of a subject goes, and the addresses of the bytes to destroy come
-- back. Digests, signatures and numbers stay.
create function documents.erase_papers(subject uuid, at timestamptz) returns setof text
language plpgsql security definer set search_path = pg_catalog, documents as $$
begin
  return query
    select kept::text
    from documents.paper p cross join lateral (values (p.pdf_sha256), (p.signed_pdf_sha256)) v (kept)
    where p.subject_id = subject and kept is not null;
  delete from documents.paper_content c using documents.paper p
    where p.id = c.paper_id and p.subject_id = subject;
  update documents.paper set erased_at = at, pdf_sha256 = null, signed_pdf_sha256 = null
    where subject_id = subject and erased_at is null;
end
$$;
revoke all on function documents.erase_papers(uuid, timestamptz) from public;
grant execute on function documents.erase_papers(uuid, timestamptz) to motcua_app;

-- The same for stored files: an address comes back only when nobody else keeps the same bytes.
create function documents.erase_files(files uuid[], at timestamptz) returns setof text
language plpgsql security definer set search_path = pg_catalog, documents as $$
begin
  update documents.stored_file set erased_at = at, original_name = null
    where id = any (files) and erased_at is null;
  return query
    select distinct f.sha256::text from documents.stored_file f
    where f.id = any (files)
      and not exists (select from documents.stored_file o where o.sha256 = f.sha256 and o.erased_at is null);
end
$$;
revoke all on function documents.erase_files(uuid[], timestamptz) from public;
grant execute on function documents.erase_files(uuid[], timestamptz) to motcua_app;
