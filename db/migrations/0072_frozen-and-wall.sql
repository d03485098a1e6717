-- A frozen report of numbers that a job had counted before (the indices) says of which moment they are. Null: they were
-- counted when it was frozen. Legal time.
alter table reports.frozen_report add column numbers_at timestamptz(0);

-- results that wait at a counter for who asked for them, without saying who: not those that go by post or electronically
create or replace view dossiers.report_ready as
select id, short_number, holder_office_id as office_id, ended_at
  from dossiers.dossier
 where not training and state = 'decided' and short_number is not null and return_method = 'counter';
