-- The numbers of the registers over all years, without a row being read for each of them.
drop view dossiers.report_register;

create view dossiers.report_received as
select agency_id, received_at from dossiers.dossier where received_at is not null;

-- Of those received, what stands in no register: training, and what has no number.
create view dossiers.report_unnumbered as
select agency_id, received_at from dossiers.dossier where received_at is not null and (training or number is null);
create index dossier_unnumbered on dossiers.dossier (agency_id, received_at)
  where received_at is not null and (training or number is null);

-- Of the numbers those whose acceptance was annulled.
create view dossiers.report_annulled as
select agency_id, received_at from dossiers.dossier
 where received_at is not null and state = 'not-accepted' and not training and number is not null;
create index dossier_annulled on dossiers.dossier (agency_id, received_at)
  where received_at is not null and state = 'not-accepted' and not training and number is not null;

grant select on dossiers.report_received, dossiers.report_unnumbered, dossiers.report_annulled to motcua_app;
