import { domainEvent } from '#kernel/domain-event.ts';
import { instantOfMs } from '#kernel/instant.ts';
import { programOrigin, record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { clearedEvent } from '../rules/training.ts';
import { findByIdForUpdate, saveEvents } from '../store/dossiers.ts';
import type { DossierDeps } from './deps.ts';
import { destroyPersonal } from './erase.ts';
import { toldAs } from './perform.ts';

export type ClearDeps = Pick<DossierDeps, 'db' | 'clock' | 'machineMs' | 'keys' | 'random' | 'publish'>;

/**
 * A training dossier that nobody has moved for long: it ends where it stands, and what is personal in it, papers
 * and scans, is destroyed as by an erasure. Its history stays and verifies. Looked at again under its lock; done
 * again, or on a real dossier, it changes nothing. True when it has cleared.
 */
export function clearTraining(deps: ClearDeps, dossierId: string): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const found = await findByIdForUpdate(tx, dossierId, deps);
    const now = deps.clock.now();
    const event = found && clearedEvent(found.dossier, now);
    if (!found || !event) return false;
    const { reference, number } = found.dossier;
    await saveEvents(tx, found, [event], deps);
    await destroyPersonal(tx, found, now);
    const told = { dossierId, reference, number, paperIds: [] };
    await deps.publish(tx, domainEvent(toldAs(found.dossier, event.type), now, told));
    await record(tx, {
      ...programOrigin(now, instantOfMs(deps.machineMs())),
      action: 'dossiers/clear-training',
      subject: { kind: 'dossier', id: reference },
      result: 'allowed',
    });
    return true;
  });
}
