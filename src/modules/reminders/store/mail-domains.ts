import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

export interface MailDomains {
  readonly domains: readonly string[];
  /** Legal time. */
  readonly setAt: Instant;
  readonly setByName: string;
}

/** As decided last; undefined: nobody has decided yet, and nothing is mailed. */
export async function findMailDomains(q: Queries): Promise<MailDomains | undefined> {
  const { rows } = await sql<MailDomains>`
    select domains, set_at as "setAt", set_by_name as "setByName" from reminders.mail_domains
     order by ordinal desc limit 1`.execute(q);
  return rows[0];
}

/** False: this press has set it before. */
export async function insertMailDomains(
  tx: Tx,
  row: MailDomains & { readonly setBy: string; readonly key: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into reminders.mail_domains (domains, set_at, set_by, set_by_name, key)
    values (${row.domains}::text[], ${row.setAt}, ${row.setBy}, ${row.setByName}, ${row.key})
    on conflict (key) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}
