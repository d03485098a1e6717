-- How dossiers stood at any moment: what reports of a period that is over count.
create view dossiers.report_interval as
select dossier_id, seq, kind, office_id, account_id, from_at, due_at from dossiers.clock_interval;
grant select on dossiers.report_interval to motcua_app;

-- which ended since a day
create index clock_interval_ended on dossiers.clock_interval (from_at, dossier_id) where kind = 'ended';
