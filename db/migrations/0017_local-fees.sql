-- What the province decides: amounts of fees where the law leaves them to the People's Council, by agency and day,
-- each with its resolution. Rows are only ever added: the later word counts from its first day on, and what was in
-- force before stays to be read.
create table catalogue.local_fee (
  id uuid primary key,
  ordinal bigint generated always as identity unique, -- of two that hold on a day the later one counts
  agency_id uuid not null,
  procedure_code text not null,
  per text not null check (length(per) between 1 and 100), -- names the fee within its procedure
  channel text check (channel in ('direct', 'post', 'online')), -- null: in every channel
  amount integer not null check (amount between 0 and 2000000000),
  resolution_number text not null check (length(resolution_number) between 1 and 100),
  resolution_date date not null,
  resolution_body text not null check (length(resolution_body) between 1 and 200), -- who decided
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz(0) not null
);
create index local_fee_of on catalogue.local_fee (agency_id, procedure_code, ordinal desc);
grant select, insert on catalogue.local_fee to motcua_app;

-- Who pays less, and by how much. Nothing of a row is changed once it held; another row follows.
create table catalogue.fee_exemption (
  key text not null check (key ~ '^[a-z-]+$'),
  name_vi text not null,
  name_en text not null,
  percent integer not null check (percent between 1 and 100),
  procedure_codes text[], -- null: any procedure
  channel text check (channel in ('direct', 'post', 'online')), -- null: in every channel
  proof_needed boolean not null, -- a paper that shows it is named at intake
  basis text not null,
  unverified boolean not null, -- whether the fee in question knows this exemption has not been checked
  ordinal integer not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (key, valid_from)
);
grant select on catalogue.fee_exemption to motcua_app;

-- The groups of Điều 10; that each fee of a province exempts all of them wholly is not known, so it is marked.
insert into catalogue.fee_exemption
  (key, name_vi, name_en, percent, procedure_codes, channel, proof_needed, basis, unverified, ordinal, valid_from)
values
  ('nguoi-co-cong', 'Người có công với cách mạng', 'People of merit in the revolution', 100, null, null, true,
   'Điều 10 Luật Phí và lệ phí số 97/2015/QH13', true, 1, '2017-01-01'),
  ('ho-ngheo', 'Người thuộc hộ nghèo', 'Members of poor households', 100, null, null, true,
   'Điều 10 Luật Phí và lệ phí số 97/2015/QH13', true, 2, '2017-01-01'),
  ('nguoi-khuyet-tat', 'Người khuyết tật', 'People with disabilities', 100, null, null, true,
   'Điều 10 Luật Phí và lệ phí số 97/2015/QH13', true, 3, '2017-01-01'),
  ('nguoi-cao-tuoi', 'Người cao tuổi', 'Elderly people', 100, null, null, true,
   'Điều 10 Luật Phí và lệ phí số 97/2015/QH13', true, 4, '2017-01-01'),
  ('tre-em', 'Trẻ em', 'Children', 100, null, null, true,
   'Điều 10 Luật Phí và lệ phí số 97/2015/QH13', true, 5, '2017-01-01'),
  ('dan-toc-thieu-so', 'Đồng bào dân tộc thiểu số ở xã có điều kiện kinh tế - xã hội đặc biệt khó khăn',
   'Ethnic minorities in communes of extreme socio-economic difficulty', 100, null, null, true,
   'Điều 10 Luật Phí và lệ phí số 97/2015/QH13', true, 6, '2017-01-01'),
  ('dang-ky-dung-han', 'Đăng ký khai sinh, khai tử đúng thời hạn', 'Birth or death registered in time', 100,
   array['1.001193', '1.000656'], null, false, 'Điều 11 Luật Hộ tịch số 60/2014/QH13', true, 7, '2016-01-01'),
  ('nop-truc-tuyen', 'Nộp hồ sơ trực tuyến', 'Filed online', 100, null, 'online', false,
   'Theo nghị quyết của Hội đồng nhân dân tỉnh', true, 8, '2022-01-01');

insert into catalogue.fee_exemption
  (key, name_vi, name_en, percent, procedure_codes, channel, proof_needed, basis, unverified, ordinal, valid_from, valid_to)
values
  ('giam-le-phi-can-cuoc', 'Giảm 50% lệ phí căn cước', 'Identity card fee halved', 50, array['1.014063', '1.014064'], null,
   false, 'Thông tư 64/2025/TT-BTC', true, 9, '2025-07-01', '2026-12-31');
