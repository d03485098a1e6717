import { sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { KeptFinding } from '../rules/kept-finding.ts';

/** All that is kept: what the next look is compared with. */
export async function listKept(q: Queries): Promise<KeptFinding[]> {
  const { rows } = await sql<KeptFinding>`
    select dossier_id as "dossierId", rule, ordinal as "order", level, occasion, by_at as "by", since_at as since,
           agency_id as "agencyId", intake_office_id as "intakeOfficeId", office_id as "officeId",
           account_id as "accountId", task, seq
      from reminders.finding`.execute(q);
  return rows;
}

export async function saveFindings(tx: Tx, findings: readonly KeptFinding[]): Promise<void> {
  if (findings.length === 0) return;
  await sql`
    insert into reminders.finding as f
           (dossier_id, rule, ordinal, level, occasion, by_at, since_at, agency_id, intake_office_id, office_id,
            account_id, task, seq)
    select "dossierId", rule, "order", level, occasion, "by", since, "agencyId", "intakeOfficeId", "officeId",
           "accountId", task, seq
      from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as x("dossierId" uuid, rule text, "order" int,
           level text, occasion text, "by" timestamptz, since timestamptz, "agencyId" uuid, "intakeOfficeId" uuid,
           "officeId" uuid, "accountId" uuid, task text, seq int)
     order by 1, 2, 3
        on conflict (dossier_id, rule, ordinal) do update
           set level = excluded.level, occasion = excluded.occasion, by_at = excluded.by_at,
               since_at = excluded.since_at, agency_id = excluded.agency_id,
               intake_office_id = excluded.intake_office_id, office_id = excluded.office_id,
               account_id = excluded.account_id, task = excluded.task, seq = excluded.seq`.execute(tx);
}

export async function deleteFindings(tx: Tx, findings: readonly KeptFinding[]): Promise<void> {
  if (findings.length === 0) return;
  await sql`
    delete from reminders.finding f
     using jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as x("dossierId" uuid, rule text, "order" int,
           occasion text)
     where f.dossier_id = x."dossierId" and f.rule = x.rule and f.ordinal = x."order"
       and f.occasion = x.occasion`.execute(tx);
}
