import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Tx } from '#platform/db/database.ts';

/** Says when the program was seen at work before, and that it is now; legal time. Never backwards. */
export async function noteSeen(tx: Tx, now: Instant): Promise<Instant | undefined> {
  await tx
    .insertInto('incidents.seen_at_work')
    .values({ at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { at } = await tx
    .selectFrom('incidents.seen_at_work')
    .select('at')
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('incidents.seen_at_work')
    .set({ at: sql`greatest(at, ${now}::timestamptz)` })
    .execute();
  return at;
}
