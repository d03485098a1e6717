import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { type Incident, listIncidentsBetween } from '#modules/incidents/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { EventOf } from '../rules/event.ts';
import { isLate, type LateCause, lateCauseOf } from '../rules/late-cause.ts';
import type { LateCauseKind } from '../rules/late-causes.ts';
import type { OpenedDossier } from '../store/dossiers.ts';
import type { DossierDeps } from './deps.ts';

export interface LateCauseTold {
  readonly evidence: LateCause;
  /** Those that the evidence names. */
  readonly incidents: readonly Incident[];
  /** What was said instead, the last one last. */
  readonly corrections: readonly EventOf<'late-cause-corrected'>[];
  /** What counts: the last correction, or the evidence. */
  readonly cause: LateCauseKind;
}

/** Why a dossier is late, at a moment of legal time; null: it is not. */
export async function tellLateCause(
  { calendarFor }: Pick<DossierDeps, 'calendarFor'>,
  q: Queries,
  opened: OpenedDossier,
  now: Instant,
): Promise<LateCauseTold | null> {
  const { dossier } = opened;
  if (!isLate(dossier, now)) return null;
  const incidents = await incidentsOf(q, opened, now);
  return lateCauseTold(await calendarFor(q, dossier.filing.intakeOfficeId), opened, incidents, now);
}

/** Technical incidents of its time, wherever they were. */
export function incidentsOf(q: Queries, { dossier }: OpenedDossier, now: Instant): Promise<Incident[]> {
  const until = dossier.endedAt ?? now;
  return listIncidentsBetween(q, dossier.receivedAt ?? until, until);
}

/** The same where the incidents are known. */
export function lateCauseTold(
  calendar: WorkCalendar,
  { dossier, events }: OpenedDossier,
  incidents: readonly Incident[],
  now: Instant,
): LateCauseTold | null {
  const evidence = lateCauseOf({ calendar, id: dossier.id, events, incidents, now });
  if (!evidence) return null;
  const named = new Set(evidence.parts.flatMap(({ incidentIds }) => incidentIds));
  const corrections = events.filter(
    (event): event is EventOf<'late-cause-corrected'> => event.type === 'late-cause-corrected',
  );
  return {
    evidence,
    incidents: incidents.filter(({ id }) => named.has(id)),
    corrections,
    cause: corrections.at(-1)?.body.to ?? evidence.main,
  };
}
