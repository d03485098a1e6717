import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { after } from './after.ts';
import { awaited, type IntervalKind, spentBy } from './clock-interval.ts';
import { type Dossier, stillClocks } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/** For what the clock stands still; `citizen`: a supplement, `payment`: a financial obligation. */
export type Wait = 'citizen' | 'payment' | 'other-office';

/** A stretch in which one office had it (the asked one, while an opinion is awaited), or the clock stood still. */
export interface HeldStretch {
  /** Empty: of none of ours. */
  readonly officeId: string;
  readonly officeName: string;
  /** Null: the clock runs. */
  readonly wait: Wait | null;
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
  const had = hadBy(dossier);
  const minutes = officeMinutesBetween(calendar, from, to);
  const last = stretches.at(-1);
  if (last && last.officeId === had.officeId && last.wait === had.wait)
    stretches[stretches.length - 1] = { ...last, to, minutes: last.minutes + minutes };
  else stretches.push({ ...had, from, to, minutes });
}

function hadBy(dossier: Dossier): Pick<HeldStretch, 'officeId' | 'officeName' | 'wait'> {
  const spent = spentBy(dossier);
  const wait = stillClocks.includes(dossier.clock.state) ? waitOf(spent.kind) : null;
  const outside = spent.kind === 'other-office' && spent.officeId === null ? awaited(dossier) : undefined;
  if (outside) return { officeId: '', officeName: outside.officeName, wait };
  const officeId = spent.officeId ?? dossier.holder?.officeId ?? '';
  return { officeId, officeName: nameOf(dossier, officeId), wait };
}

function waitOf(kind: IntervalKind): Wait {
  return kind === 'payment' || kind === 'other-office' ? kind : 'citizen';
}

function nameOf(dossier: Dossier, officeId: string): string {
  const step = dossier.steps.find((one) => one.officeId === officeId);
  const asked = dossier.opinions.find((one) => one.officeId === officeId);
  return step?.officeName ?? asked?.officeName ?? dossier.filing.intakeOfficeName;
}

export interface HeldByOffice {
  readonly officeName: string;
  readonly minutes: number;
}

/** The table under the clock bar: the longest first, each kind of stopped time apart; together the whole. */
export function heldByOffice(stretches: readonly HeldStretch[]): {
  readonly offices: readonly HeldByOffice[];
  readonly counted: number;
  readonly waits: ReadonlyMap<Wait, number>;
  readonly stopped: number;
} {
  const offices = new Map<string, number>();
  const waits = new Map<Wait, number>();
  for (const { wait, officeName, minutes } of stretches)
    if (wait === null) offices.set(officeName, (offices.get(officeName) ?? 0) + minutes);
    else waits.set(wait, (waits.get(wait) ?? 0) + minutes);
  const rows = [...offices].map(([officeName, minutes]) => ({ officeName, minutes }));
  rows.sort((a, b) => b.minutes - a.minutes);
  const sum = (minutes: Iterable<number>) => [...minutes].reduce((all, one) => all + one, 0);
  return { offices: rows, counted: sum(offices.values()), waits, stopped: sum(waits.values()) };
}
