import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { instantOfMinute, minuteOfInstant } from '#kernel/working-time/local-minute.ts';
import { closingOf, isPast, lastCountingDay, openingOf } from '#kernel/working-time/office-day.ts';
import { addOfficeMinutes } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { apologyDay, appointedInForce, forwardBy, isOverdue, supplementBy } from '#modules/dossiers/index.ts';
import type { Doer, Finding, LawRule } from './law-rule.ts';
import type { Watched } from './watched.ts';

/** What a submission may wait for its answer, and from when on it is told: office minutes. */
const ANSWER_MINUTES = 480;
const ANSWER_TOLD_FROM = 360;
/** Forwarding is told in the last hour: of the day, or the first of the next one. */
const FORWARD_MARGIN = 60;

export interface Watching {
  /** Of the one-stop that took it in. */
  readonly calendar: WorkCalendar;
  /** Of the office that holds it: its own hours. */
  readonly holderCalendar: WorkCalendar;
  /** Legal time. */
  readonly now: Instant;
  /** Office hours without a movement after which a dossier is said to stand still. */
  readonly stillHours: number;
  /** So often papers may be asked for, by the regime or the procedure. */
  readonly mostSupplements: number;
}

/**
 * Which of the law's own rules this open dossier breaks, or will break if nobody does anything. Pure; Vietnamese time;
 * at its last minute a rule is still kept. A dossier that waits for the applicant breaks none but those about the request.
 */
export function findings(dossier: Watched, watching: Watching): Finding[] {
  return [
    answer(dossier, watching),
    forward(dossier, watching),
    supplement(dossier, watching),
    ...opinions(dossier, watching),
    apology(dossier, watching),
    newDate(dossier, watching),
    still(dossier, watching),
  ].filter((one) => one !== undefined);
}

/** Whatever was submitted is answered within 8 office hours (NĐ 45/2020/NĐ-CP). */
function answer({ state, submittedAt, ...dossier }: Watched, { calendar, now }: Watching) {
  if (state !== 'submitted' || !submittedAt) return undefined;
  const by = addOfficeMinutes(calendar, submittedAt, ANSWER_MINUTES);
  const told = addOfficeMinutes(calendar, submittedAt, ANSWER_TOLD_FROM);
  return finding('answer', { told, by, now }, atOneStop(dossier, 'review'));
}

/** Accepted it is forwarded by Điều 18; given back by the section, by the same rule from that moment. */
function forward(dossier: Watched, { calendar, now }: Watching) {
  const { state, task, receivedAt, heldSince } = dossier;
  const from = state === 'accepted' ? receivedAt : heldSince;
  if (task !== 'forward' || dossier.inPlace || !from) return undefined;
  const by = forwardBy(calendar, from);
  const told = instantOfMinute(minuteOfInstant(by) - FORWARD_MARGIN);
  return finding('forward', { told, by, now }, atOneStop(dossier, 'forward'));
}

/**
 * On the third working day whoever has not begun is told that papers can be asked for until closing time. Broken is it
 * only by a request: one that came later, or one too many; it stays so while the dossier waits for it.
 */
function supplement(dossier: Watched, { calendar, now, mostSupplements }: Watching): Finding | undefined {
  const { state, task, receivedAt, supplements, askedAt } = dossier;
  if (!receivedAt) return undefined;
  const by = supplementBy(calendar, receivedAt);
  if (state === 'awaiting-supplement') {
    if (!askedAt || (!dossier.supplementLate && supplements <= mostSupplements)) return undefined;
    const doer = atOneStop(dossier, task);
    return { rule: 'supplement', order: supplements, level: 'broken', by, since: askedAt, doer };
  }
  const begun = task !== 'confirm-receipt' && task !== 'start';
  const doer = holder(dossier);
  if (!dossier.runs || begun || supplements >= mostSupplements || !doer || isPast(by, now)) return undefined;
  return finding('supplement', { told: openingOf(calendar, dateOf(by)), by, now }, doer);
}

/** Told on the last day that the asked office has; it answers for what comes later (Điều 19 khoản 5). */
function opinions(dossier: Watched, { calendar, now }: Watching): Finding[] {
  return dossier.opinions.flatMap(({ order, officeId, answerBy }) => {
    const told = openingOf(calendar, lastCountingDay(calendar, answerBy));
    const by = closingOf(calendar, answerBy);
    const doer = { officeId, accountId: null, task: 'answer-opinion' };
    const one = finding('opinion', { told, by, now, endOfDay: true }, doer);
    return one ? [{ ...one, order }] : [];
  });
}

/**
 * Without a result the applicant is told, with a new date, at the latest on the working day before the due date. Told
 * from the morning of that day; broken once the due date has gone by. A limit that leaves no such day is told only then.
 */
function apology(dossier: Watched, { calendar, now }: Watching) {
  const { runs, dueAt, appointedAt, receivedAt } = dossier;
  const doer = holder(dossier);
  if (!runs || !dueAt || appointedAt || !receivedAt || !doer) return undefined;
  const day = apologyDay(calendar, dueAt);
  if (isOverdue({ runs, dueAt }, now)) return finding('apology', { told: dueAt, by: dueAt, now }, doer);
  if (day <= dateOf(receivedAt)) return undefined;
  const since = openingOf(calendar, day);
  if (now < since) return undefined;
  return { rule: 'apology', order: 0, level: 'near', by: closingOf(calendar, day), since, doer } as const;
}

/** Nobody may promise another date than the one of the apology; by now the law's own may be later, and then that counts. */
function newDate(dossier: Watched, { calendar, now }: Watching) {
  const { runs, appointedAt, dueAt } = dossier;
  const doer = holder(dossier);
  if (!runs || !dueAt || !appointedAt || !doer) return undefined;
  const by = appointedInForce({ appointedAt, dueAt }) ?? dueAt;
  const told = openingOf(calendar, apologyDay(calendar, by));
  return finding('new-date', { told, by, now }, doer);
}

const HANDLED = ['confirm-receipt', 'start', 'work', 'decide'];

/** Nobody has moved it for so many hours of the office that holds it. */
function still(dossier: Watched, { holderCalendar, now, stillHours }: Watching): Finding | undefined {
  const doer = holder(dossier);
  if (!dossier.runs || !doer || !HANDLED.includes(dossier.task)) return undefined;
  const by = addOfficeMinutes(holderCalendar, dossier.movedAt, stillHours * 60);
  return isPast(by, now) ? { rule: 'still', order: 0, level: 'broken', by, since: by, doer } : undefined;
}

interface Times {
  readonly told: Instant;
  readonly by: Instant;
  readonly now: Instant;
  /** A day was given, not a time: it is kept until that day is over. */
  readonly endOfDay?: boolean;
}

function finding(rule: LawRule, { told, by, now, endOfDay }: Times, doer: Doer): Finding | undefined {
  const broken = endOfDay ? dateOf(now) > dateOf(by) : isPast(by, now);
  if (broken) return { rule, order: 0, level: 'broken', by, since: by, doer };
  return now >= told ? { rule, order: 0, level: 'near', by, since: told, doer } : undefined;
}

function holder({ holderOfficeId, holderAccountId, task }: Watched): Doer | undefined {
  return holderOfficeId === null ? undefined : { officeId: holderOfficeId, accountId: holderAccountId, task };
}

const atOneStop = ({ intakeOfficeId }: Pick<Watched, 'intakeOfficeId'>, task: string): Doer => ({
  officeId: intakeOfficeId,
  accountId: null,
  task,
});
