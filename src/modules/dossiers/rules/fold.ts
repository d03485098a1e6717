import { after } from './after.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/** The dossier that a whole history makes. Throws when there is no event, or the first cannot begin a history. */
export function fold(id: string, events: readonly DossierEvent[]): Dossier {
  let dossier: Dossier | null = null;
  for (const event of events) dossier = after(dossier, event, id);
  if (!dossier) throw new Error('a history begins with an event');
  return dossier;
}
