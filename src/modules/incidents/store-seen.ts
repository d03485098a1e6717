import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Tx } from '#platform/db/database.ts';
import type { BothClocks } from './rules/away.ts';

/** Says when the program was seen at work before, and that it is now, by both clocks. Never backwards. */
export async function noteSeen(
  tx: Tx,
  { legalNow, machineNow }: BothClocks,
): Promise<BothClocks | undefined> {
  await tx
    .insertInto('incidents.seen_at_work')
    .values({ at: legalNow, machine_at: machineNow })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { at, machine_at: machineAt } = await tx
    .selectFrom('incidents.seen_at_work')
    .select(['at', 'machine_at'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('incidents.seen_at_work')
    .set({
      at: sql<Instant>`greatest(at, ${legalNow}::timestamptz)`,
      machine_at: machineNow, // a clock that was set right may have been ahead
    })
    .execute();
  return machineAt === null ? undefined : { legalNow: at, machineNow: machineAt };
}
