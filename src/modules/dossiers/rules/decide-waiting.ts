import { type Actor, postAt, type Role } from '#kernel/actor.ts';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Facts, Inputs } from './command.ts';
import { type Deciders, type Made, reasonMissing } from './decider.ts';
import type { Dossier } from './dossier.ts';
import { appointedInForce } from './said-dates.ts';

type Waiting =
  | 'ask-for-supplement'
  | 'announce-supplement'
  | 'announce-date'
  | 'receive-supplement'
  | 'close-for-silence'
  | 'ask-for-payment'
  | 'record-payment'
  | 're-appoint';

/** What moves or stops the clock. */
export const waiting: Deciders<Waiting> = {
  'ask-for-supplement': askForSupplement,
  'announce-supplement': (_, { by, note }) =>
    accepted({ type: 'supplement-announced', body: { by }, personal: { note } }),
  'announce-date': ({ knownDueAt }, { note, ...body }) =>
    knownDueAt === null
      ? refused('dossiers/date-known')
      : accepted({ type: 'date-announced', body, personal: { note } }),
  'receive-supplement': (_, { papers, note, ...body }) =>
    papers.length === 0
      ? refused('dossiers/no-paper-received', undefined, 'papers')
      : accepted({ type: 'supplement-received', body, personal: { papers, note } }),
  'close-for-silence': closeForSilence,
  'ask-for-payment': askForPayment,
  'record-payment': recordPayment,
  're-appoint': reAppoint,
};

/** As often as the regime says; one more needs a leader's reason and signature (NĐ 61/2018 Điều 11, 19: once). */
function askForSupplement(
  dossier: Dossier,
  { items, reason, late, paperId, respondBy, still, effects }: Inputs['ask-for-supplement'],
  { actor, now }: Facts,
): Outcome<Made> {
  if (items.length === 0) return refused('dossiers/nothing-asked', undefined, 'items');
  if (!reason.trim()) return reasonMissing();
  if (respondBy !== null && respondBy <= dateOf(now))
    return refused('dossiers/answer-date-past', undefined, 'respondBy');
  const { effect: kind, basis, most } = effects.supplement;
  if (dossier.supplements >= most && !leadsTheHolder(dossier, actor))
    return refused('dossiers/second-supplement');
  const { clock, nationalDueAt } = still;
  const body = {
    ...{ count: dossier.supplements + 1, late, paperId, respondBy, nationalDueAt },
    effect: { kind, basis },
    ...(kind === 'suspend' ? { clock } : {}),
  };
  return accepted({ type: 'supplement-asked', body, personal: { items, reason } });
}

const leaders: readonly Role[] = ['signing-leader', 'unit-leader'];

/** A leader's post elsewhere does not count. */
function leadsTheHolder({ holder, filing }: Dossier, actor: Actor): boolean {
  return holder !== null && postAt(actor, leaders, holder.officeId, filing.procedure) !== undefined;
}

/** Proposed by the list of work once the day is over; a person confirms. */
function closeForSilence(
  dossier: Dossier,
  { note, paperId }: Inputs['close-for-silence'],
  { now }: Facts,
): Outcome<Made> {
  const silent = mayCloseForSilence(dossier, dateOf(now));
  if (!silent.ok) return silent;
  const body = { respondBy: silent.value, paperId };
  return accepted({ type: 'closed-for-silence', body, personal: { note } });
}

export function mayCloseForSilence({ respondBy }: Dossier, today: CivilDate): Outcome<CivilDate> {
  if (respondBy === null) return refused('dossiers/no-answer-date');
  if (today <= respondBy) return refused('dossiers/answer-date-not-past', { date: respondBy });
  return accepted(respondBy);
}

/** The clock stands still until it is paid, and goes on where it was. */
function askForPayment(
  _: Dossier,
  { note, amount, basis, paperId, still, effects }: Inputs['ask-for-payment'],
): Outcome<Made> {
  if (!Number.isSafeInteger(amount) || amount <= 0)
    return refused('dossiers/amount-missing', undefined, 'amount');
  if (!basis.trim()) return refused('dossiers/basis-missing', undefined, 'basis');
  const { clock, nationalDueAt } = still;
  const body = { amount, basis, paperId, clock, nationalDueAt, pauseBasis: effects.payment.basis };
  return accepted({ type: 'payment-asked', body, personal: { note } });
}

function recordPayment(dossier: Dossier, { by, proof, ...counted }: Inputs['record-payment']): Outcome<Made> {
  if (!dossier.payment) throw new Error('nothing is to be paid');
  if (!proof.trim()) return refused('dossiers/payment-proof-missing', undefined, 'proof');
  const body = { amount: dossier.payment.amount, by, ...counted };
  return accepted({ type: 'payment-recorded', body, personal: { proof } });
}

/**
 * An apology with a new date, as often as the regime says (NĐ 61/2018 Điều 19 khoản 9: once). The due date does not move. Refusals:
 * `no-due-date`, `re-appointed-already`, `reason-missing`, `new-date-not-later`.
 */
function reAppoint(
  dossier: Dossier,
  { appointedAt, late, reason, paperId, effects }: Inputs['re-appoint'],
): Outcome<Made> {
  const { most } = effects.reAppointment;
  const may = mayReAppoint(dossier, most);
  if (!may.ok) return may;
  if (!reason.trim()) return reasonMissing();
  if (appointedAt <= may.value) return refused('dossiers/new-date-not-later', undefined, 'date');
  return accepted({ type: 're-appointed', body: { appointedAt, late, paperId, most }, personal: { reason } });
}

/** The date that a new one must be later than. `most`: by the regime; else what it was when a date was promised last. */
export function mayReAppoint(
  { clock, appointedAt, reAppointments }: Dossier,
  most: number = reAppointments.most,
): Outcome<Instant> {
  if (clock.dueAt === null) return refused('dossiers/no-due-date');
  if (reAppointments.made >= most) return refused('dossiers/re-appointed-already');
  return accepted(appointedInForce({ appointedAt, dueAt: clock.dueAt }) ?? clock.dueAt);
}
