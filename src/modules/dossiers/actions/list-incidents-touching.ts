import type { Instant } from '#kernel/instant.ts';
import { type Incident, listIncidentsBetween, touches } from '#modules/incidents/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { intervalsBegun } from '../rules/clock-interval.ts';
import type { ReadDossier } from './read-dossier.ts';

/** The technical incidents that fell into time in which one of their offices had the dossier; legal time. */
export async function listIncidentsTouching(
  q: Queries,
  { dossier, events }: Pick<ReadDossier, 'dossier' | 'events'>,
  now: Instant,
): Promise<Incident[]> {
  const intervals = intervalsBegun(null, events, dossier.id);
  const [first] = intervals;
  if (!first) return [];
  const incidents = await listIncidentsBetween(q, first.from, dossier.endedAt ?? now);
  return incidents.filter((incident) => touches(incident, intervals, now));
}
