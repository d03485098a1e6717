-- How full the hands are in which a dossier lies, and the time of the year, may be the reason of a risk.
alter table dossiers.risk drop constraint risk_reason_check;
alter table dossiers.risk add constraint risk_reason_check check (reason in (
  're-appointed', 'needs-longer', 'stays-longer', 'crowded', 'holder-crowded', 'season', 'often'));

create or replace view dossiers.report_kind as
select id, intake_office_id, procedure_code, field, received_at, state, clock, step_index, due_at, holder_office_id,
       holder_account_id
  from dossiers.dossier
 where not training and received_at is not null and state <> 'not-accepted';
