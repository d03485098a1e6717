-- Papers and columns of the rest of a dossier's commands: apology, stop, payment, opinions.
insert into documents.template_version
  (purpose, regime, version, file, form_number, basis, layout_unverified, valid_from)
values
  ('apology',        '2018', 1, '2018/apology.typ',        '04', 'TT 01/2018/TT-VPCP', false, '2018-01-01'),
  ('stop-notice',    '2018', 1, '2018/stop-notice.typ',    null, 'NĐ 30/2020/NĐ-CP',   true,  '2018-01-01'),
  ('payment-notice', '2018', 1, '2018/payment-notice.typ', null, 'NĐ 30/2020/NĐ-CP',   true,  '2018-01-01'),
  ('apology',        '2025', 1, '2025/apology.typ',        '04', 'TT 03/2025/TT-VPCP', true,  '2025-07-01'),
  ('stop-notice',    '2025', 1, '2025/stop-notice.typ',    '05', 'TT 03/2025/TT-VPCP', true,  '2025-07-01'),
  ('payment-notice', '2025', 1, '2025/payment-notice.typ', null, 'NĐ 30/2020/NĐ-CP',   true,  '2025-07-01');

alter table dossiers.dossier
  drop constraint dossier_clock_check,
  add constraint dossier_clock_check check (clock in ('none', 'running', 'stopped', 'suspended', 'ended')),
  -- the new date promised with an apology; due_at does not move
  add column appointed_at timestamptz(0),
  -- the applicant was asked to answer a supplement request by the end of this day
  add column respond_by date;

-- Offices that were asked for an opinion; the row follows the history.
create table dossiers.opinion (
  dossier_id uuid not null references dossiers.dossier,
  ordinal integer not null check (ordinal > 0),
  office_id uuid not null,
  answer_by date not null,
  asked_at timestamptz(0) not null,
  answered_at timestamptz(0),
  primary key (dossier_id, ordinal)
);
grant select, insert, update (answered_at) on dossiers.opinion to motcua_app;
create index opinion_open on dossiers.opinion (office_id, answer_by, dossier_id) where answered_at is null;
