import type { Instant } from '#kernel/instant.ts';
import { saidDate } from './change.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/**
 * The date that stands in registers and on slips: as it is now, the promised one where there is one; while nothing counts,
 * the last that did. Null: no limit, or none yet.
 */
export function dateOnRecord(
  { clock }: Pick<Dossier, 'clock'>,
  events: readonly DossierEvent[],
): Instant | null {
  return saidDate(clock) ?? events.flatMap(dateSetBy).at(-1) ?? null;
}

function dateSetBy(event: DossierEvent): (Instant | null)[] {
  switch (event.type) {
    case 'accepted':
    case 'taken-over':
    case 'supplement-received':
    case 'procedure-corrected':
    case 'payment-recorded':
    case 'due-date-recomputed':
      return [saidDate(event.body.clock)];
    case 'opinion-answered':
      return event.body.goesOn ? [saidDate(event.body.goesOn.clock)] : [];
    default:
      return [];
  }
}

/**
 * The date that was promised with an apology, while it is later than the one by the law: papers that came since, a wait or a
 * day off may have moved that beyond it. Null: none is in force.
 */
export function appointedInForce({
  appointedAt,
  dueAt,
}: {
  readonly appointedAt: Instant | null;
  readonly dueAt: Instant | null;
}): Instant | null {
  return appointedAt !== null && (dueAt === null || appointedAt > dueAt) ? appointedAt : null;
}
