-- Open work whose clock runs, with the risk that was judged of it as it stands; no probability: not judged (yet).
create view dossiers.report_risk as
select d.id, d.agency_id, d.holder_office_id, d.due_at, r.probability, r.level
  from dossiers.dossier d
  left join dossiers.risk r
    on r.dossier_id = d.id and r.step_index = coalesce(d.step_index, 0) and r.due_at = d.due_at
 where d.clock = 'running' and not d.training and d.state in ('accepted', 'in-progress') and d.holder_office_id is not null;
grant select on dossiers.report_risk to motcua_app;
