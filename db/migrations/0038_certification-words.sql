-- The words of a certification as a paper; their wording follows NĐ 23/2015/NĐ-CP, the layout is ours until checked.
insert into documents.template_version
  (purpose, regime, version, file, form_number, basis, layout_unverified, valid_from)
values
  ('certification-words', '2018', 1, '2018/certification-words.typ', null, 'NĐ 23/2015/NĐ-CP', true, '2018-01-01'),
  ('certification-words', '2025', 1, '2025/certification-words.typ', null, 'NĐ 23/2015/NĐ-CP', true, '2025-07-01');
