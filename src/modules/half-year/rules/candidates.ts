import type { Actor, Role } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Dossier, mayCommand, type ScriptedLater } from '#modules/dossiers/index.ts';
import type { Attendance } from './attendance.ts';
import type { Arrival } from './world.ts';

const takingRoles = ['reception-officer', 'result-clerk'] as const;

const has = ({ posts, standsIn = [] }: Actor, role: Role, officeId: string) =>
  [...posts, ...standsIn].some((post) => post.role === role && post.officeId === officeId);

/**
 * Who takes in what comes to a counter: the post's own people what came by post, else clerks; who leads the counter
 * only when nobody else is there.
 */
export function receivers(
  attendance: Attendance,
  { counter: { oneStopId }, channel }: Pick<Arrival, 'counter' | 'channel'>,
  at: Instant,
): readonly Actor[] {
  const here = attendance.presentAt(oneStopId, dateOf(at));
  const postal = here.filter((one) => has(one, 'postal-staff', oneStopId));
  if (channel === 'post' && postal.length > 0) return postal;
  const all = attendance.staffOf(oneStopId, dateOf(at));
  const clerks = here.filter((one) => has(one, 'reception-officer', oneStopId));
  const others = clerks.filter((one) => !has(one, 'one-stop-head', oneStopId));
  if (others.length > 0) return others;
  return clerks.length > 0 ? clerks : all.filter((one) => has(one, 'reception-officer', oneStopId));
}

/** Who takes money later: a clerk, or who gives back results; not who receives it from them in the evening. */
export function takesMoney(attendance: Attendance, oneStopId: string, at: Instant): readonly Actor[] {
  const takes = (one: Actor) =>
    takingRoles.some((role) => has(one, role, oneStopId)) && !has(one, 'one-stop-head', oneStopId);
  return thereElseAll(attendance, oneStopId, at, takes);
}

/** Who receives what a clerk took: the head of the one-stop, never for herself. */
export function receivesMoney(
  attendance: Attendance,
  oneStopId: string,
  clerk: string,
  at: Instant,
): readonly Actor[] {
  return thereElseAll(
    attendance,
    oneStopId,
    at,
    (one) => has(one, 'one-stop-head', oneStopId) && one.accountId !== clerk,
  );
}

export const leadsCounter = (one: Actor, oneStopId: string) => has(one, 'one-stop-head', oneStopId);

/** Those who are there; when none is, those who are away: it waits for them. */
function thereElseAll(
  attendance: Attendance,
  officeId: string,
  at: Instant,
  fits: (one: Actor) => boolean,
): readonly Actor[] {
  const there = attendance.presentAt(officeId, dateOf(at)).filter(fits);
  return there.length > 0 ? there : attendance.staffOf(officeId, dateOf(at)).filter(fits);
}

/**
 * Who may give this command: who holds the dossier, else whoever is there; when nobody is there who may, it waits for
 * those who are away.
 */
export function whoMay(
  attendance: Attendance,
  dossier: Dossier,
  command: ScriptedLater['command'],
  at: Instant,
): readonly Actor[] {
  const { holder } = dossier;
  const offices = officesAround(dossier);
  const on = dateOf(at);
  for (const of of ['presentAt', 'staffOf'] as const) {
    const people = new Set(offices.flatMap((office) => attendance[of](office, on)));
    const may = [...people].filter((actor) => mayCommand(dossier, command, actor).ok);
    const own = may.filter((actor) => actor.accountId === holder?.accountId);
    if (may.length > 0) return own.length > 0 ? own : may;
  }
  return [];
}

function officesAround({ filing, holder, opinions, steps }: Dossier): readonly string[] {
  const asked = opinions.find((opinion) => opinion.answeredAt === null)?.officeId;
  const ids = [holder?.officeId, filing.intakeOfficeId, filing.returnOfficeId, asked];
  const all = [...ids, ...steps.map((step) => step.officeId)];
  return [...new Set(all.filter((id) => id !== undefined && id !== null))];
}
