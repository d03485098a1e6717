import type { Instant } from '#kernel/instant.ts';
import { after } from './after.ts';
import { type ClockState, type Dossier, type Opinion, suspendingOpinion } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/**
 * `reception`: it waits for the officer's answer (8 office hours, NĐ 45/2020/NĐ-CP). `running`: an office has it.
 * `citizen`: it waits for a correction or a supplement. `payment`: for a financial obligation. `other-office`: another
 * office was asked and answers for that time (NĐ 61/2018/NĐ-CP Điều 19 khoản 5); the legal clock runs on, unless sector law
 * leaves that time out. `ended`.
 */
export type IntervalKind = 'reception' | 'running' | 'citizen' | 'payment' | 'other-office' | 'ended';

/** How the time of a dossier is spent now. */
export interface Spent {
  readonly kind: IntervalKind;
  /** Who holds it, or was asked; null: it has ended, or waits for a body outside this system. */
  readonly officeId: string | null;
  readonly accountId: string | null;
  /** Legal due date as it stands. */
  readonly dueAt: Instant | null;
  /** By QĐ 766/QĐ-TTg, as it stands. */
  readonly nationalDueAt: Instant | null;
  /** How many supplements have been asked for; null: its history does not say the date of QĐ 766. */
  readonly supplements: number | null;
}

/** An interval from its beginning; it lasts until the next one begins. */
export interface BegunInterval extends Spent {
  /** Of the event that is its cause. */
  readonly seq: number;
  /** Legal time. */
  readonly from: Instant;
}

const going: readonly ClockState[] = ['running', 'suspended'];

/** Counts the date of QĐ 766 where a history from before that clock does not say it. */
export type CountNational = (dossier: Dossier) => Instant | null;

/** Pure: what the state of a dossier says of its time. */
export function spentBy(dossier: Dossier, count?: CountNational): Spent {
  const { state, clock, holder } = dossier;
  const held = { officeId: holder?.officeId ?? null, accountId: holder?.accountId ?? null };
  const due = { dueAt: clock.dueAt, ...nationalOf(dossier, count) };
  if (state === 'submitted') return { kind: 'reception', ...held, ...due };
  if (state === 'correction-asked' || state === 'awaiting-supplement')
    return { kind: 'citizen', ...held, ...due };
  if (state === 'awaiting-payment') return { kind: 'payment', ...held, ...due };
  if (!going.includes(clock.state)) return { kind: 'ended', officeId: null, accountId: null, ...due };
  const asked = awaited(dossier);
  if (asked) {
    const officeId = asked.outside ? null : asked.officeId; // none of ours has it
    return { kind: 'other-office', officeId, accountId: null, ...due };
  }
  return { kind: 'running', ...held, ...due };
}

/** Whose answer it waits for, first one for which the clock stands still. */
export function awaited(dossier: Pick<Dossier, 'opinions'>): Opinion | undefined {
  return suspendingOpinion(dossier) ?? dossier.opinions.find((one) => one.answeredAt === null);
}

function nationalOf(dossier: Dossier, count?: CountNational) {
  const { national, supplements } = dossier;
  if (national.said) return { nationalDueAt: national.dueAt, supplements };
  return count ? { nationalDueAt: count(dossier), supplements } : { nationalDueAt: null, supplements: null };
}

/**
 * The intervals that begin with these events, after what stood before (null: a new dossier). Those of all events
 * together are those of each press after the other, and each begins where the one before ends. A dossier that counts
 * from an earlier moment than it was entered (taken over from other software) begins there.
 */
export function intervalsBegun(
  before: Dossier | null,
  events: readonly DossierEvent[],
  id: string,
  count?: CountNational,
): BegunInterval[] {
  const begun: BegunInterval[] = [];
  let dossier = before;
  let spent = before && spentBy(before, count);
  for (const event of events) {
    const isFirst: boolean = dossier === null;
    dossier = after(dossier, event, id);
    const next = spentBy(dossier, count);
    if (spent && isSame(spent, next)) continue;
    const earlier = isFirst ? (dossier.submittedAt ?? dossier.receivedAt) : null;
    begun.push({ ...next, seq: event.seq, from: earlier && earlier < event.at ? earlier : event.at });
    spent = next;
  }
  return begun;
}

function isSame(one: Spent, other: Spent): boolean {
  return (
    one.kind === other.kind &&
    one.officeId === other.officeId &&
    one.accountId === other.accountId &&
    one.dueAt === other.dueAt &&
    one.nationalDueAt === other.nationalDueAt
  );
}
