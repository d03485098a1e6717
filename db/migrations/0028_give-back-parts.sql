-- A part of what was paid may go back: the receipt stays in force, what remains stands. Each giving back has its slip.
alter table cash.payment add column given_back integer not null default 0;
update cash.payment set given_back = amount where state = 'given-back';
alter table cash.payment
  add constraint payment_given_back check (given_back between 0 and amount),
  add constraint payment_given_back_whole check ((state = 'given-back') = (amount > 0 and given_back = amount)),
  add constraint payment_given_back_of_paid check (given_back = 0 or state in ('paid', 'given-back'));
grant update (given_back) on cash.payment to motcua_app;

alter table cash.movement
  add column slip_id uuid, -- the paper of a giving back; null where nobody can be named any more
  add column slip_number text,
  add constraint movement_slip check ((slip_id is null) = (slip_number is null) and (slip_id is null or kind = 'given-back'));
alter table cash.movement drop constraint movement_reason_check;
alter table cash.movement add constraint movement_reason_check check (reason in ('overpaid', 'fewer-papers',
  'wrong-count', 'withdrawn', 'annulled', 'exempt-after-all', 'wrong-method', 'wrong-payer', 'other'));

-- The paper of it; its layout is ours until a prescribed one is at hand.
insert into documents.template_version
  (purpose, regime, version, file, form_number, basis, layout_unverified, valid_from)
values
  ('give-back-slip', '2018', 1, '2018/give-back-slip.typ', null, 'NĐ 123/2020/NĐ-CP Điều 38', true, '2018-01-01'),
  ('give-back-slip', '2025', 1, '2025/give-back-slip.typ', null, 'NĐ 123/2020/NĐ-CP Điều 38', true, '2025-07-01');
