-- How the time of a dossier was spent: who held it, or whom it waited for. Each line begins where the one before
-- ends; the last one is still going on, or says that the clock has ended. Follows the history: the event of the same
-- `seq` is its cause and says who recorded it and with which papers.
create table dossiers.clock_interval (
  dossier_id uuid not null references dossiers.dossier,
  seq integer not null,
  kind text not null check (kind in ('reception', 'running', 'citizen', 'payment', 'other-office', 'ended')),
  office_id uuid, -- who holds it, or was asked; null: ended
  account_id uuid,
  from_at timestamptz(0) not null,
  due_at timestamptz(0), -- as it stood then
  primary key (dossier_id, seq)
);
grant select, insert on dossiers.clock_interval to motcua_app;
