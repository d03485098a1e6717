import type { Instant } from '#kernel/instant.ts';
import type { Incident } from '#modules/incidents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { lastLate } from '../rules/last-late.ts';
import type { OpenedDossier } from '../store/dossiers.ts';
import { deleteLateCause, saveLateCause } from '../store/late-causes.ts';
import type { DossierDeps } from './deps.ts';
import { lateCauseTold } from './tell-late-cause.ts';

/**
 * Keeps for the reports why a dossier is late, or why it was when it was late last; of one that never was nothing is
 * kept.
 */
export async function keepLateCause(
  { calendarFor }: Pick<DossierDeps, 'calendarFor'>,
  tx: Tx,
  { dossier, events }: OpenedDossier,
  incidents: readonly Incident[],
  now: Instant,
): Promise<void> {
  const { id, filing, training } = dossier;
  const last = training ? null : lastLate(id, events, now);
  if (!last) return deleteLateCause(tx, id);
  const calendar = await calendarFor(tx, filing.intakeOfficeId);
  const told = lateCauseTold(calendar, { dossier, events: last.events }, incidents, last.at);
  if (!told) return;
  const said = told.corrections.at(-1);
  await saveLateCause(tx, {
    dossierId: id,
    reckonedAt: now,
    evidence: told.evidence,
    said: said ? { cause: said.body.to, at: said.at, by: `${said.by.name}, ${said.by.officeName}` } : null,
  });
}
