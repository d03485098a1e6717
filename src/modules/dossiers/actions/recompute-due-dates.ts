import { domainEvent } from '#kernel/domain-event.ts';
import { instantOfMs } from '#kernel/instant.ts';
import { programOrigin, record } from '#modules/audit/index.ts';
import { oncePerOffice } from '#modules/calendar/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { recomputedEvent } from '../rules/count-again.ts';
import { type LockedClock, lockMany, type Moved, saveMoved } from '../store/moved-many.ts';
import type { DossierDeps } from './deps.ts';

export type RecomputeDeps = Pick<
  DossierDeps,
  'db' | 'clock' | 'machineMs' | 'calendarFor' | 'keys' | 'random' | 'publish'
>;

export interface Recomputed {
  /** How many got another date. */
  readonly moved: number;
  /** Somebody was working on them: to be tried again. */
  readonly busy: readonly string[];
}

/**
 * Open dossiers after a change of the calendar: another date goes into the history with the one before. Done again it
 * changes nothing. All in one transaction; on one of which somebody works at this moment it waits only when it is told
 * to (`wait` for one at a time: two that wait for each other would hold up both).
 */
export function recomputeDueDates(
  deps: RecomputeDeps,
  ids: readonly string[],
  busy: 'wait' | 'leave-out' = 'leave-out',
): Promise<Recomputed> {
  return inTransaction(deps.db, async (tx) => {
    const found = await lockMany(tx, ids, busy);
    const moved = await movedOf(tx, deps, found);
    if (moved.length > 0) await write(tx, deps, moved);
    const locked = new Set(found.map(({ head }) => head.id));
    return { moved: moved.length, busy: ids.filter((id) => !locked.has(id)) };
  });
}

async function movedOf(tx: Tx, deps: RecomputeDeps, found: readonly LockedClock[]): Promise<Moved[]> {
  const now = deps.clock.now(); // once the rows are locked: history is in the order of its moments
  const calendarFor = oncePerOffice(deps.calendarFor);
  const moved: Moved[] = [];
  for (const one of found) {
    const calendar = await calendarFor(tx, one.intakeOfficeId);
    const event = recomputedEvent(calendar, one.clock, now);
    if (event) moved.push({ found: one, event });
  }
  return moved;
}

async function write(tx: Tx, deps: RecomputeDeps, moved: readonly Moved[]): Promise<void> {
  const now = moved[0]?.event.at ?? deps.clock.now();
  await saveMoved(tx, moved, deps);
  const dossierIds = moved.filter(({ found }) => !found.training).map(({ found }) => found.head.id);
  await deps.publish(tx, domainEvent('dossiers/due-dates-recomputed', now, { dossierIds }));
  const origin = programOrigin(now, instantOfMs(deps.machineMs()));
  await record(
    tx,
    ...moved.map(({ found }) => ({
      ...origin,
      action: 'dossiers/recompute-due-date',
      subject: { kind: 'dossier', id: found.name },
      result: 'allowed' as const,
    })),
  );
}
