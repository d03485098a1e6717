import type { Instant } from '#kernel/instant.ts';
import type { Incident } from '#modules/incidents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { lateBasis } from '../rules/late-basis.ts';
import type { OpenedDossier } from '../store/dossiers.ts';
import { saveLateCause } from '../store/late-causes.ts';
import type { DossierDeps } from './deps.ts';
import { lateCauseTold } from './tell-late-cause.ts';

/** Keeps for the reports why a dossier is late; of one that is not nothing is kept. */
export async function keepLateCause(
  { calendarFor }: Pick<DossierDeps, 'calendarFor'>,
  tx: Tx,
  opened: OpenedDossier,
  incidents: readonly Incident[],
  now: Instant,
): Promise<void> {
  const { id, seq, receivedAt, endedAt, filing } = opened.dossier;
  const told = lateCauseTold(await calendarFor(tx, filing.intakeOfficeId), opened, incidents, now);
  if (!told || receivedAt === null) return;
  const last = told.corrections.at(-1);
  await saveLateCause(tx, {
    dossierId: id,
    basis: lateBasis({ seq, receivedAt, endedAt }, incidents, now),
    reckonedAt: now,
    evidence: told.evidence,
    said: last ? { cause: last.body.to, at: last.at, by: `${last.by.name}, ${last.by.officeName}` } : null,
  });
}
