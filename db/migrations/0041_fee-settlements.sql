-- The quarter of a one-stop's fees: what was handed over to the treasury, by its paper, and the settlement that one
-- person prepares and a second one confirms. Rows are only added; the last prepared one counts, a confirmed one ends it.
create table cash.treasury_hand_over (
  id uuid primary key, -- of the press
  office_id uuid not null,
  quarter text not null check (quarter ~ '^\d{4}-[1-4]$'),
  amount integer not null check (amount > 0),
  document_number text not null check (length(document_number) between 1 and 100),
  document_date date not null,
  account_id uuid not null,
  by_name text not null,
  at timestamptz(0) not null
);
create index treasury_hand_over_of on cash.treasury_hand_over (office_id, quarter, at);
grant select, insert on cash.treasury_hand_over to motcua_app;

create table cash.fee_settlement (
  id uuid primary key, -- of the press
  ordinal bigint generated always as identity unique,
  office_id uuid not null,
  quarter text not null check (quarter ~ '^\d{4}-[1-4]$'),
  figures jsonb not null, -- as they were shown and prepared
  prepared_by uuid not null,
  prepared_by_name text not null,
  prepared_by_title text not null,
  prepared_at timestamptz(0) not null
);
create index fee_settlement_of on cash.fee_settlement (office_id, quarter, ordinal desc);
grant select, insert on cash.fee_settlement to motcua_app;

create table cash.fee_settlement_confirmation (
  settlement_id uuid not null references cash.fee_settlement,
  office_id uuid not null,
  quarter text not null,
  confirmed_by uuid not null,
  confirmed_by_name text not null,
  confirmed_by_title text not null,
  confirmed_at timestamptz(0) not null,
  primary key (office_id, quarter)
);
grant select, insert on cash.fee_settlement_confirmation to motcua_app;

-- Whose own it is never confirms it, whatever a program believes.
create function cash.second_person_confirms() returns trigger language plpgsql as $$
begin
  perform from cash.fee_settlement
    where id = new.settlement_id and office_id = new.office_id and quarter = new.quarter
      and prepared_by <> new.confirmed_by;
  if not found then
    raise exception 'a second person confirms a settlement';
  end if;
  return new;
end
$$;
create trigger second_person_confirms before insert on cash.fee_settlement_confirmation
  for each row execute function cash.second_person_confirms();

create index movement_at on cash.movement (at);
