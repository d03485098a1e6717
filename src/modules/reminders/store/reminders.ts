import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Tx } from '#platform/db/database.ts';
import type { KeptFinding } from '../rules/kept-finding.ts';
import type { Recipient } from '../rules/recipients.ts';

/** One person is told of one occasion. */
export interface Telling extends Recipient, Pick<KeptFinding, 'dossierId' | 'rule' | 'order' | 'occasion'> {}

/** Answers those that are new: who was told of this occasion before is not told again, whoever else tells them. */
export async function insertReminders(
  tx: Tx,
  tellings: readonly Telling[],
  toldAt: Instant,
): Promise<Pick<Telling, 'accountId' | 'dossierId' | 'rule' | 'order' | 'occasion'>[]> {
  if (tellings.length === 0) return [];
  const { rows } = await sql<Telling>`
    insert into reminders.reminder (account_id, dossier_id, rule, ordinal, occasion, whom, instead_of, told_at)
    select "accountId", "dossierId", rule, "order", occasion, whom, "insteadOf", ${toldAt}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) as x("accountId" uuid, "dossierId" uuid, rule text,
           "order" int, occasion text, whom text, "insteadOf" uuid)
     order by 1, 2, 3, 4, 5
        on conflict do nothing
    returning account_id as "accountId", dossier_id as "dossierId", rule, ordinal as "order", occasion`.execute(
    tx,
  );
  return rows;
}
