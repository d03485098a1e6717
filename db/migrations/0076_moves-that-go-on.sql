-- Of two opinions for which the clock stands still only the last answer lets it go on.
create or replace view dossiers.report_move as
select e.dossier_id, e.seq, e.type, e.at,
       case e.type
         when 'forwarded' then (e.body ->> 'stepIndex')::int
         when 'step-finished' then (e.body ->> 'stepIndex')::int + 1
         when 'step-returned' then (e.body ->> 'toIndex')::int
         when 'receipt-refused' then (e.body ->> 'toIndex')::int
         when 'taken-over' then coalesce((e.body -> 'standing' ->> 'stepIndex')::int, 0)
         when 'accepted' then 0
         when 'procedure-corrected' then 0
       end as step_index,
       -- the clock stands still from here on, and goes on where it was
       e.type = 'payment-asked'
         or (e.type = 'supplement-asked' and coalesce(e.body -> 'effect' ->> 'kind' = 'suspend', false))
         or (e.type = 'opinion-asked' and e.body ? 'suspends') as suspends,
       (e.body -> 'clock' ->> 'receivedAt')::timestamptz as received_at,
       (e.body -> 'clock' ->> 'dueAt')::timestamptz as due_at,
       jsonb_path_query_array(e.body, '$.steps[*].code') as step_codes,
       jsonb_path_query_array(e.body, '$.steps[*].kind') as step_kinds,
       jsonb_path_query_array(e.body, '$.steps[*].officeId') as step_offices,
       -- what it waited for has come: an answer beside which another one is awaited ends no wait
       e.type <> 'opinion-answered' or e.body ? 'goesOn' as goes_on
  from dossiers.event e
  join dossiers.dossier d on d.id = e.dossier_id and not d.training
 where e.type in ('accepted', 'taken-over', 'procedure-corrected', 'forwarded', 'receipt-refused', 'step-finished',
                  'step-returned', 'supplement-asked', 'supplement-received', 'payment-asked', 'payment-recorded', 'opinion-asked', 'opinion-answered',
                  're-appointed', 'decided', 'signed-by-hand', 'decision-taken-back', 'withdrawn', 'stopped',
                  'closed-for-silence', 'acceptance-annulled', 'due-date-recomputed');
