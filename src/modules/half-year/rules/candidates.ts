import type { Actor, Role } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Dossier, mayCommand, type ScriptedLater } from '#modules/dossiers/index.ts';
import type { Attendance } from './attendance.ts';
import type { Arrival } from './world.ts';

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
