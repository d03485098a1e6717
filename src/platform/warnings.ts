import type { Instant } from '#kernel/instant.ts';
import type { Database, Queries } from './db/database.ts';

/** Something about the surroundings that a person should put right; words: `main.warning.<code>`. */
export type WarningCode = 'forwarded-not-trusted';

export interface Warning {
  readonly code: string;
  /** Machine time. */
  readonly noticedAt: Instant;
}

/** Kept once, until the next start; a running program notices, `status` tells. */
export async function noteWarning(db: Database, code: WarningCode, machineNow: Instant): Promise<void> {
  await db
    .insertInto('platform.warning')
    .values({ code, noticed_at: machineNow })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listWarnings(q: Queries): Promise<Warning[]> {
  const rows = await q.selectFrom('platform.warning').selectAll().orderBy('code').execute();
  return rows.map((row) => ({ code: row.code, noticedAt: row.noticed_at }));
}

/** At a start, as the owner: what is still so will be noticed again. */
export async function forgetWarnings(db: Database): Promise<void> {
  await db.deleteFrom('platform.warning').execute();
}
