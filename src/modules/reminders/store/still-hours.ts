import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { readSetting } from '#platform/settings.ts';
import { DEFAULT_STILL_HOURS } from '../rules/still-hours.ts';

export interface StillHours {
  readonly agencyId: string;
  readonly hours: number;
  readonly setAt: Instant;
}

/** What each agency decided last; those that decided nothing are not there. */
export async function listStillHours(q: Queries): Promise<readonly StillHours[]> {
  const { rows } = await sql<StillHours>`
    select distinct on (agency_id) agency_id as "agencyId", hours, set_at as "setAt"
      from reminders.still_hours order by agency_id, ordinal desc`.execute(q);
  return rows;
}

/** Of the installation, for agencies that decided nothing. */
export function readStillHours(q: Queries): Promise<number> {
  return readSetting(q, 'reminders-still-hours', z.int().min(1).max(400), DEFAULT_STILL_HOURS);
}

/** False: this press has set it before. */
export async function insertStillHours(
  tx: Tx,
  row: StillHours & { readonly setBy: string; readonly key: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into reminders.still_hours (agency_id, hours, set_at, set_by, key)
    values (${row.agencyId}, ${row.hours}, ${row.setAt}, ${row.setBy}, ${row.key})
    on conflict (key) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}
