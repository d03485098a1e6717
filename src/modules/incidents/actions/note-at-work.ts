import { workCalendarFor } from '#modules/calendar/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { awayBetween, type BothClocks, type Noticed } from '../rules/away.ts';
import { noteSeen } from '../store-seen.ts';
import { type NoticeDeps, recordNoticed } from './notice.ts';

/**
 * The program is at work now, and so is the database. When that was seen last too many office minutes ago, by both clocks, it is
 * recorded as an incident; `why`: what the program knows of it. At the same moment again it changes nothing.
 */
export function noteAtWork(
  { db, random }: NoticeDeps,
  now: BothClocks,
  why: Noticed = 'program-away',
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const seen = await noteSeen(tx, now);
    const away = seen && awayBetween(await workCalendarFor(tx, null), seen, now, why);
    if (away) await recordNoticed(tx, random, away, now);
  });
}
