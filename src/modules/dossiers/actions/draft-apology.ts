import type { Instant } from '#kernel/instant.ts';
import type { Incident } from '#modules/incidents/index.ts';
import { type ApologyDraft, apologyDraft } from '../rules/apology-draft.ts';
import type { DossierDeps } from './deps.ts';
import { listIncidentsTouching } from './list-incidents-touching.ts';
import type { ReadDossier } from './read-dossier.ts';

export type ApologyDeps = Pick<DossierDeps, 'db' | 'calendarFor'>;

/** A draft with the technical incidents that fell into the dossier's time. */
export interface DraftedApology extends ApologyDraft {
  readonly incidents: readonly Incident[];
}

/** Null where no apology can be made. Legal time. */
export async function draftApology(
  { db, calendarFor }: ApologyDeps,
  read: Pick<ReadDossier, 'dossier' | 'events'>,
  now: Instant,
): Promise<DraftedApology | null> {
  const { dossier, events } = read;
  const calendar = await calendarFor(db, dossier.filing.intakeOfficeId);
  const draft = apologyDraft(calendar, dossier, events, now);
  return draft ? { ...draft, incidents: await listIncidentsTouching(db, read, now) } : null;
}
