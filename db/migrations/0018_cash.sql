-- Money at the counter: what is due for a dossier, what was taken and given back, and the days that clerks settle.
-- Nothing here names a person; what somebody typed lies sealed in cash.note and can be destroyed.
create schema cash;
grant usage on schema cash to motcua_app;

create table cash.payment (
  id uuid primary key,
  dossier_id uuid not null,
  source text not null check (source ~ '^[a-z-]+(:[0-9]+)?$'), -- acceptance, or a later demand
  dossier_number text not null,
  office_id uuid not null, -- the one-stop whose money it is
  agency_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  lines jsonb not null,
  amount integer not null check (amount >= 0),
  exempted integer not null check (exempted >= 0),
  exemption_key text,
  proof_note_id uuid,
  state text not null check (state in ('at-return', 'due', 'paid', 'given-back', 'exempt', 'dropped')),
  method text check (method in ('cash', 'transfer')),
  receipt_id uuid, -- the one in force
  receipt_number text,
  taken_list_id uuid,
  created_at timestamptz(0) not null,
  updated_at timestamptz(0) not null,
  unique (dossier_id, source),
  check ((state = 'exempt') = (amount = 0)),
  check ((state in ('paid', 'given-back')) = (method is not null)),
  check ((state = 'paid') = (receipt_id is not null))
);
create index payment_unpaid on cash.payment (office_id, created_at) where state in ('at-return', 'due');
grant select, insert on cash.payment to motcua_app;
grant update (state, method, receipt_id, receipt_number, taken_list_id, updated_at) on cash.payment to motcua_app;

-- What a clerk took on a day. After it is closed nothing comes in: a supplementary list (number 2, …) does.
create table cash.list (
  id uuid primary key,
  office_id uuid not null,
  office_name text not null,
  account_id uuid not null,
  clerk_name text not null,
  clerk_title text not null,
  day date not null,
  number integer not null check (number > 0),
  state text not null check (state in ('open', 'closed', 'confirmed')),
  expected_cash integer, -- by the movements, when it was closed; may be negative where more was given back
  expected_transfer integer,
  counted_cash integer check (counted_cash >= 0),
  counted_transfer integer check (counted_transfer >= 0),
  pieces jsonb, -- how many of each note, where they were counted
  explanation_id uuid,
  close_key uuid unique,
  closed_at timestamptz(0),
  received_cash integer check (received_cash >= 0),
  confirmation_id uuid, -- note of who confirmed
  confirm_key uuid unique,
  confirmed_by uuid check (confirmed_by <> account_id), -- a second person
  confirmed_by_name text,
  confirmed_by_title text,
  confirmed_at timestamptz(0),
  unique (office_id, account_id, day, number),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'open') = (counted_cash is null)),
  check ((state = 'confirmed') = (confirmed_at is not null))
);
create unique index list_open on cash.list (office_id, account_id, day) where state = 'open';
create index list_unsettled on cash.list (office_id, day) where state <> 'confirmed';
create index list_of on cash.list (account_id, day desc);
grant select, insert on cash.list to motcua_app;
grant update (state, expected_cash, expected_transfer, counted_cash, counted_transfer, pieces, explanation_id,
  close_key, closed_at, received_cash, confirmation_id, confirm_key, confirmed_by, confirmed_by_name,
  confirmed_by_title, confirmed_at) on cash.list to motcua_app;

-- A day that is closed stays as it was counted; one that is confirmed never changes again.
create function cash.list_goes_forward() returns trigger language plpgsql as $$
begin
  if old.state = 'confirmed' or (old.state = 'closed' and new.state <> 'confirmed') then
    raise exception 'a day only goes forward';
  end if;
  if old.state = 'closed' and (old.expected_cash, old.expected_transfer, old.counted_cash, old.counted_transfer,
      old.pieces, old.explanation_id, old.closed_at) is distinct from (new.expected_cash, new.expected_transfer,
      new.counted_cash, new.counted_transfer, new.pieces, new.explanation_id, new.closed_at) then
    raise exception 'what was counted stays';
  end if;
  return new;
end
$$;
create trigger list_goes_forward before update on cash.list
  for each row execute function cash.list_goes_forward();

create table cash.movement (
  id uuid primary key, -- the key of the press: it acts once
  ordinal bigint generated always as identity unique,
  list_id uuid not null references cash.list,
  payment_id uuid not null references cash.payment,
  kind text not null check (kind in ('taken', 'given-back', 'voided')),
  method text not null check (method in ('cash', 'transfer')),
  amount integer not null check (amount > 0),
  receipt_id uuid not null,
  receipt_number text not null,
  reason text check (reason in ('overpaid', 'withdrawn', 'annulled', 'exempt-after-all', 'wrong-method', 'wrong-payer', 'other')),
  note_id uuid,
  account_id uuid not null,
  by_name text not null,
  at timestamptz(0) not null,
  check ((kind = 'taken') = (reason is null))
);
create index movement_list on cash.movement (list_id, ordinal);
create index movement_payment on cash.movement (payment_id, ordinal);
grant select, insert on cash.movement to motcua_app;

-- Nothing comes onto a list that was closed, whatever a program believes.
create function cash.list_takes() returns trigger language plpgsql as $$
begin
  perform from cash.list where id = new.list_id and state = 'open' for update;
  if not found then
    raise exception 'a closed day takes no more';
  end if;
  return new;
end
$$;
create trigger list_takes before insert on cash.movement for each row execute function cash.list_takes();

-- What somebody typed: reasons, proofs, explanations. Sealed under a key outside the database.
create table cash.note (
  id uuid primary key,
  dossier_id uuid, -- null: about a day
  sealed bytea not null
);
create index note_dossier on cash.note (dossier_id);
grant select, insert, delete on cash.note to motcua_app;

-- The cash receipt. Contents: NĐ 123/2020/NĐ-CP Điều 38; the layout is ours until the tax authority's is at hand.
insert into documents.template_version
  (purpose, regime, version, file, form_number, basis, layout_unverified, valid_from)
values
  ('cash-receipt', '2018', 1, '2018/cash-receipt.typ', null, 'NĐ 123/2020/NĐ-CP Điều 38', true, '2018-01-01'),
  ('cash-receipt', '2025', 1, '2025/cash-receipt.typ', null, 'NĐ 123/2020/NĐ-CP Điều 38', true, '2025-07-01');

alter table documents.paper drop constraint paper_void_reason_check;
alter table documents.paper add constraint paper_void_reason_check
  check (void_reason in ('taken-back', 'annulled', 'replaced', 'given-back', 'miswritten'));
alter table documents.register_entry drop constraint register_entry_void_reason_check;
alter table documents.register_entry add constraint register_entry_void_reason_check
  check (void_reason in ('taken-back', 'annulled', 'replaced', 'given-back', 'miswritten'));
