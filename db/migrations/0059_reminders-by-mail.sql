-- How each person wants to be reminded beside the pages, and the letters that go out: each reminder in one at most.
create table reminders.preference (
  account_id uuid primary key,
  way text not null check (way in ('page', 'at-once', 'daily')),
  address text check (length(address) between 3 and 254), -- of work; emptied when nothing is mailed any more
  set_at timestamptz(0) not null,
  check ((address is null) = (way = 'page'))
);
grant select, insert, update on reminders.preference to motcua_app;

create table reminders.letter (
  id uuid primary key,
  account_id uuid not null,
  day date, -- of a daily digest: one a day
  made_at timestamptz(0) not null, -- legal time
  sent_at timestamptz(0), -- machine time
  dropped boolean not null default false, -- nothing of it stood any more, or it could not be sent for days
  unique (account_id, day)
);
grant select, insert, update (sent_at, dropped), delete on reminders.letter to motcua_app;

create table reminders.letter_line (
  account_id uuid not null,
  dossier_id uuid not null,
  rule text not null,
  ordinal integer not null,
  occasion text not null,
  letter_id uuid not null references reminders.letter on delete cascade,
  primary key (account_id, dossier_id, rule, ordinal, occasion),
  foreign key (account_id, dossier_id, rule, ordinal, occasion) references reminders.reminder on delete cascade
);
grant select, insert, delete on reminders.letter_line to motcua_app;
create index letter_line_letter on reminders.letter_line (letter_id);
