import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { after } from './after.ts';
import { type Dossier, stillClocks } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/** A stretch in which one office held it, or the clock stood still. */
export interface HeldStretch {
  readonly officeId: string;
  readonly officeName: string;
  readonly stopped: boolean;
  readonly from: Instant;
  readonly to: Instant;
  /** Office minutes of the office of intake; the minutes of all stretches sum to the whole. */
  readonly minutes: number;
}

/** Who held it how long, from acceptance until it ended, or until now. */
export function heldStretches(
  calendar: WorkCalendar,
  id: string,
  events: readonly DossierEvent[],
  now: Instant,
): HeldStretch[] {
  const stretches: HeldStretch[] = [];
  let dossier: Dossier | null = null;
  for (const [index, event] of events.entries()) {
    dossier = after(dossier, event, id);
    const to = events[index + 1]?.at ?? now;
    if (!dossier.holder || !counts(dossier, events.slice(index + 1))) continue;
    push(stretches, calendar, dossier, event.at, to);
  }
  return stretches;
}

/** The clock of a decision that is taken back later goes on as if it had not been decided. */
function counts({ clock }: Dossier, later: readonly DossierEvent[]): boolean {
  if (clock.state === 'ended') return later.some((event) => event.type === 'decision-taken-back');
  return clock.state !== 'none';
}

function push(
  stretches: HeldStretch[],
  calendar: WorkCalendar,
  dossier: Dossier,
  from: Instant,
  to: Instant,
) {
  const officeId = dossier.holder?.officeId ?? '';
  const stopped = stillClocks.includes(dossier.clock.state);
  const minutes = officeMinutesBetween(calendar, from, to);
  const last = stretches.at(-1);
  if (last && last.officeId === officeId && last.stopped === stopped)
    stretches[stretches.length - 1] = { ...last, to, minutes: last.minutes + minutes };
  else stretches.push({ officeId, officeName: nameOf(dossier, officeId), stopped, from, to, minutes });
}

function nameOf(dossier: Dossier, officeId: string): string {
  const step = dossier.steps.find((one) => one.officeId === officeId);
  return step?.officeName ?? dossier.filing.intakeOfficeName;
}

export interface HeldByOffice {
  readonly officeName: string;
  readonly minutes: number;
}

/** The table under the clock bar: the longest first, stopped time apart. */
export function heldByOffice(stretches: readonly HeldStretch[]): {
  readonly offices: readonly HeldByOffice[];
  readonly counted: number;
  readonly stopped: number;
} {
  const offices = new Map<string, number>();
  for (const stretch of stretches)
    if (!stretch.stopped)
      offices.set(stretch.officeName, (offices.get(stretch.officeName) ?? 0) + stretch.minutes);
  const rows = [...offices].map(([officeName, minutes]) => ({ officeName, minutes }));
  rows.sort((a, b) => b.minutes - a.minutes);
  return {
    offices: rows,
    counted: rows.reduce((sum, row) => sum + row.minutes, 0),
    stopped: stretches.reduce((sum, one) => sum + (one.stopped ? one.minutes : 0), 0),
  };
}
