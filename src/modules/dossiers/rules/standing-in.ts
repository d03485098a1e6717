import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Dossier, Holder } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/**
 * Who answers for the time after an event: a substitute from the first act for the holder on, the holder again from
 * the first act of their own. Nobody is blamed for the time of the other.
 */
export function withStandIn(dossier: Dossier, event: DossierEvent): Dossier {
  const { holder } = dossier;
  if (!holder?.accountId) return dossier;
  const { instead } = event.body;
  if (instead?.kind === 'substitute' && instead.accountId === holder.accountId)
    return { ...dossier, holder: takenOver(holder, event) };
  if (holder.standIn && event.by.accountId === holder.accountId) {
    const { standIn: _, ...back } = holder;
    return { ...dossier, holder: back };
  }
  return dossier;
}

function takenOver(holder: Holder, { at, by, body: { instead } }: DossierEvent): Holder {
  const accountId = by.accountId ?? '';
  const since = holder.standIn?.accountId === accountId ? holder.standIn.since : at;
  return { ...holder, standIn: { accountId, name: by.name, since, until: instead?.until ?? null } };
}

/** Whose work it is at a moment: the substitute's until the last day of it. */
export function answerable(holder: Holder, at: Instant): string | null {
  const { standIn } = holder;
  const stands = standIn && at >= standIn.since && (standIn.until === null || dateOf(at) <= standIn.until);
  return stands ? standIn.accountId : holder.accountId;
}
