import { domainEvent } from '#kernel/domain-event.ts';
import { instantOfMs } from '#kernel/instant.ts';
import { programOrigin, record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { recomputedEvent } from '../rules/count-again.ts';
import { findByIdForUpdate, saveEvents } from '../store/dossiers.ts';
import type { DossierDeps } from './deps.ts';
import { toldAs } from './perform.ts';

/**
 * One open dossier after a change of the calendar: another date goes into its history with the one before. Done
 * again it changes nothing. True when something has moved.
 */
export function recomputeDueDate(deps: RecomputeDeps, dossierId: string): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const found = await findByIdForUpdate(tx, dossierId, deps);
    if (!found) return false;
    const { dossier } = found;
    const now = deps.clock.now();
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    const event = recomputedEvent(calendar, dossier, now);
    if (!event) return false;
    await saveEvents(tx, found, [event], deps);
    const { reference, number } = dossier;
    await deps.publish(
      tx,
      domainEvent(toldAs(dossier, event.type), now, { dossierId, reference, number, paperIds: [] }),
    );
    await record(tx, {
      ...programOrigin(now, instantOfMs(deps.machineMs())),
      action: 'dossiers/recompute-due-date',
      subject: { kind: 'dossier', id: number ?? reference },
      result: 'allowed',
    });
    return true;
  });
}

export type RecomputeDeps = Pick<
  DossierDeps,
  'db' | 'clock' | 'machineMs' | 'calendarFor' | 'keys' | 'random' | 'publish'
>;
