-- To which addresses letters go: those of the authority's own mail domains, as the system administrator decided last.
create table reminders.mail_domains (
  ordinal bigint generated always as identity primary key,
  domains text[] not null check (cardinality(domains) <= 50),
  set_at timestamptz(0) not null, -- legal time
  set_by uuid not null,
  set_by_name text not null,
  key uuid not null unique
);
grant select, insert on reminders.mail_domains to motcua_app;
