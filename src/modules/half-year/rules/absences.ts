import type { Actor, HeldPost, Role } from '#kernel/actor.ts';
import { type CivilDate, civilDateOfDayNumber, dayNumber } from '#kernel/civil-date.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { StandingIn } from '#modules/identity/index.ts';
import { Draw } from './draw.ts';
import { works } from './office-time.ts';
import { holdsOn } from './spans.ts';
import type { World } from './world.ts';

/** Somebody does the work of a post of who is away. */
export interface Substitution extends StandingIn {
  readonly by: Actor;
}

/** Days on which an officer presses nothing, both included. */
export interface Absence {
  readonly id: string;
  readonly who: Actor;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly reason: 'leave' | 'sick' | 'duty';
  readonly substitutions: readonly Substitution[];
}

/** What somebody may be away for: how likely in half a year, and how many working days. */
const kinds = [
  { reason: 'leave', share: 0.6, least: 2, most: 5 },
  { reason: 'leave', share: 0.5, least: 1, most: 1 },
  { reason: 'sick', share: 0.35, least: 1, most: 3 },
  { reason: 'duty', share: 0.3, least: 1, most: 2 },
] as const;
/** Nobody signs in a leader's stead without a decision, so leaders are not away for long. */
const MOST_OF_A_LEADER = 2;
/** How often somebody is named for work that nobody else of the office does; else it waits. */
const NAMED = 0.85;
/** Work that a substitute may do. */
const lent: readonly Role[] = [
  'reception-officer',
  'postal-staff',
  'result-clerk',
  'specialist',
  'unit-leader',
];

/** An id of this name, made at this time (milliseconds). */
type NewId = (name: string, ms: number) => string;

/** Who is away when, and who does the work meanwhile, who is there then: the same for the same seed. */
export function inventAbsences(world: World, seed: number, newId: NewId): Absence[] {
  const made: Absence[] = [];
  for (const [n, { accountId }] of (world.staff.at(-1)?.holds ?? []).entries()) {
    const draw = new Draw(Math.imul(seed, 131) + n * 7_727);
    for (const kind of kinds) {
      if (!draw.chance(kind.share)) continue;
      const days = someDays(world, accountId, draw.between(kind.least, kind.most), draw);
      if (!days || isNeeded(made, days)) continue;
      const name = `absence ${made.length}`;
      const idOf = (what: string) => newId(`${name} ${what}`, Date.parse(days.validFrom));
      const substitutions = draw.chance(NAMED) ? replaced(world, made, days, idOf, draw) : [];
      made.push({ ...days, id: idOf('itself'), reason: kind.reason, substitutions });
    }
  }
  return made.sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
}

type Away = Pick<Absence, 'who' | 'validFrom' | 'validTo'>;

/** So many working days on end; undefined for who administers, or was not here yet. */
function someDays(world: World, accountId: string, wanted: number, draw: Draw): Away | undefined {
  const last = world.staff.at(-1)?.holds.find((one) => one.accountId === accountId);
  const calendar = last && calendarOf(world, last);
  if (!calendar || holds(last, 'system-administrator')) return undefined;
  const days = workingDays(world, calendar);
  const count = holds(last, 'signing-leader') ? Math.min(MOST_OF_A_LEADER, wanted) : wanted;
  const first = draw.between(0, days.length - count);
  const [validFrom, validTo] = [days[first], days[first + count - 1]];
  if (!validFrom || !validTo) return undefined;
  const who = holdsOn(world.staff, validFrom).find((one) => one.accountId === accountId);
  return who && { who, validFrom, validTo };
}

const holds = ({ posts }: Actor, role: Role) => posts.some((post) => post.role === role);

function calendarOf({ counters }: World, { posts }: Actor): WorkCalendar | undefined {
  return counters.find(({ agencyId }) => posts.some((post) => post.agencyId === agencyId))?.calendar;
}

function workingDays({ from, until }: World, calendar: WorkCalendar): CivilDate[] {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  const days = Array.from({ length: last - first }, (_, n) => first + n);
  return days.filter((day) => works(calendar, day)).map(civilDateOfDayNumber);
}

type Span = Pick<Absence, 'validFrom' | 'validTo'>;
const meet = (a: Span, b: Span) => a.validFrom <= b.validTo && b.validFrom <= a.validTo;
const isAway = (made: readonly Absence[], accountId: string, span: Span) =>
  made.some((one) => one.who.accountId === accountId && meet(one, span));

/** Away already, promised to a colleague, or the only leader who is there to sign. */
function isNeeded(made: readonly Absence[], away: Away): boolean {
  const { accountId, posts } = away.who;
  const signing = posts.filter((post) => post.role === 'signing-leader');
  const alone = (one: Absence) =>
    signing.some(({ officeId }) =>
      one.who.posts.some((post) => post.role === 'signing-leader' && post.officeId === officeId),
    );
  return made.some(
    (one) =>
      meet(one, away) &&
      (one.who.accountId === accountId ||
        alone(one) ||
        one.substitutions.some(({ by }) => by.accountId === accountId)),
  );
}

/** For each post that nobody else of the office has: a colleague of the office, else of the agency. */
function replaced(
  world: World,
  made: readonly Absence[],
  { who, validFrom, validTo }: Away,
  idOf: (what: string) => string,
  draw: Draw,
): Substitution[] {
  const days = { validFrom, validTo };
  const there = holdsOn(world.staff, validFrom).filter(
    (one) => one.accountId !== who.accountId && !isAway(made, one.accountId, days),
  );
  const has = (actor: Actor, post: HeldPost) =>
    actor.posts.some(({ officeId, role }) => officeId === post.officeId && role === post.role);
  const alone = who.posts.filter((post) => lent.includes(post.role) && !there.some((one) => has(one, post)));
  return alone.flatMap((post) => {
    const works = there.filter((one) => one.posts.some(({ role }) => lent.includes(role)));
    const near = works.filter((one) => one.posts.some(({ officeId }) => officeId === post.officeId));
    const far = works.filter((one) => one.posts.some(({ agencyId }) => agencyId === post.agencyId));
    const from = near.length > 0 ? near : far;
    if (from.length === 0) return [];
    const by = draw.one(from);
    return [{ ...substitutionOf(post, who, by), ...days, id: idOf(post.id) }];
  });
}

function substitutionOf(post: HeldPost, who: Actor, by: Actor): Omit<Substitution, 'id' | keyof Span> {
  const { id: postId, role, title, officeId, officeName, agencyId, leads } = post;
  const own =
    by.posts.find((one) => one.officeId === officeId) ?? by.posts.find((one) => one.agencyId === agencyId);
  return {
    ...{ by, kind: 'substitute', postId, role, title, officeId, officeName, agencyId, leads },
    ...{ holderName: who.name, holderAccountId: who.accountId, ownTitle: own?.title ?? '' },
    ...{ manner: null, decisionNumber: null, decisionDate: null, scope: [] },
  };
}
