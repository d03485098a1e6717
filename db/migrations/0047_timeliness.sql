-- What reports read of a dossier: one line for each that was taken in, without anything personal.
alter table dossiers.dossier add column limit_unit text; -- unit of the limit: limits in hours are compared by the minute

update dossiers.dossier d
   set limit_unit = (
     select e.body -> 'filing' -> 'limit' ->> 'unit'
       from dossiers.event e
      where e.dossier_id = d.id and e.body ? 'filing'
      order by e.seq desc limit 1);

create view dossiers.report_timeliness as
select id, agency_id, intake_office_id, channel, procedure_code, field, state, limit_unit, received_at, due_at, ended_at
  from dossiers.dossier
 where not training and received_at is not null and state <> 'not-accepted';
grant select on dossiers.report_timeliness to motcua_app;
