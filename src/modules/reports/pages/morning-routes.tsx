import { type Actor, holdsRole } from '#kernel/actor.ts';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { nextCountingDay } from '#kernel/working-time/office-day.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { leadingRoles, placesLed } from '#modules/dossiers/index.ts';
import { listOfficesInForce, listPeopleOfOffice } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { weekBefore } from '../actions/count-changed.ts';
import { figureReaders, ownAgencies } from '../rules/agencies-seen.ts';
import { mostExpected, sumOfExpected } from '../rules/expected-late.ts';
import { type GroupedWork, groupedWork, sumOfWork } from '../rules/open-work.ts';
import { endOfWeek, wholeWeeksBefore } from '../rules/weeks.ts';
import { listExpectedLate } from '../store/expected-late.ts';
import { listHeldOn } from '../store/held.ts';
import { type LateLine, listMostLate, listOpenWork } from '../store/open-work.ts';
import { countWeeks } from '../store/weeks.ts';
import { MorningPage } from './morning-page.tsx';
import type { MorningView } from './morning-view.ts';
import { MORNING_PATH, type ReportPageDeps } from './page-deps.ts';
import { agenciesOf } from './report-asked.ts';

const WEEKS = 8;
const MOST_LATE = 8;
const MOST_STEPS = 8;
const MOST_PEOPLE = 8;
/** Working days after today. */
const EXPECTED_DAYS = 5;

/** A leader's two minutes in the morning: what is late, what will be, where work piles up, how it goes. */
export function morningRoutes(deps: ReportPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: MORNING_PATH,
      access: { roles: leadingRoles },
      handle: async (request) => {
        const view = await viewOf(deps, request);
        return page(<MorningPage frame={await deps.deskFrame(request)} view={view} />);
      },
    }),
  ];
}

async function viewOf(deps: ReportPageDeps, request: RequestContext): Promise<MorningView> {
  const { db } = deps;
  const { actor, legalNow: now } = request;
  if (!actor) throw new Error('a page of the desk without a person');
  const places = placesLed(actor);
  const today = dateOf(now);
  const offices = new Map((await listOfficesInForce(db, today)).map((office) => [office.id, office]));
  const calendar = await workCalendarFor(db, null);
  const moments = { now, next: nextCountingDay(calendar, today) };
  const work = await listOpenWork(db, places, moments);
  const until = workingDaysAfter(calendar, today, EXPECTED_DAYS);
  const expected = await listExpectedLate(db, places, { now, until });
  const held = await listHeldOn(db, weekBefore(now));
  return {
    ...moments,
    placeNames: [...new Set(places.flatMap(({ agencyId, officeIds }) => officeIds ?? [agencyId]))].flatMap(
      (id) => offices.get(id)?.name ?? [],
    ),
    whole: sumOfWork(work),
    late: await withTimeLeft(db, await listMostLate(db, places, now, MOST_LATE), now),
    expected: { until, sum: sumOfExpected(expected), byOffice: mostExpected(expected) },
    byOffice: groupedWork(work, ({ officeId }) => officeId).sort((a, b) => b.open - a.open),
    byStep: groupedWork(work, ({ officeId, step }) => `${officeId} ${step}`).slice(0, MOST_STEPS),
    byPerson: await withNames(
      db,
      groupedWork(work, ({ officeId, accountId }) => `${officeId} ${accountId}`).slice(0, MOST_PEOPLE),
      today,
    ),
    officeName: (id) => offices.get(id)?.name ?? '',
    heldBefore: (id) => (held.size === 0 ? undefined : (held.get(id) ?? 0)),
    below: await sumBelow(deps, request, actor, moments),
    weeks: wholeWeeksBefore(today, WEEKS),
    trend: await trendOf(db, actor, now),
  };
}

function workingDaysAfter(calendar: WorkCalendar, today: CivilDate, days: number): CivilDate {
  let day = today;
  for (let counted = 0; counted < days; counted += 1) day = nextCountingDay(calendar, day);
  return day;
}

async function withTimeLeft(q: Queries, lines: readonly LateLine[], now: MorningView['now']) {
  const shown: MorningView['late'][number][] = [];
  for (const line of lines) {
    const { value, unit } = timeLeft(await workCalendarFor(q, line.intakeOfficeId), now, line.dueAt);
    const left = { kind: 'late', amount: value, unit: unit === 'working-days' ? 'days' : unit } as const;
    shown.push({ ...line, left });
  }
  return shown;
}

async function withNames(q: Queries, groups: readonly GroupedWork[], today: CivilDate) {
  const names = new Map<string, string>();
  for (const officeId of new Set(groups.map(({ of }) => of.officeId)))
    for (const { accountId, name } of await listPeopleOfOffice(q, officeId, today))
      names.set(accountId, name);
  return groups.map((group) => {
    const { accountId } = group.of;
    return { ...group, person: accountId === null ? null : (names.get(accountId) ?? '') };
  });
}

async function sumBelow(
  deps: ReportPageDeps,
  request: RequestContext,
  actor: Actor,
  moments: Parameters<typeof listOpenWork>[2],
): Promise<MorningView['below']> {
  const own = ownAgencies(actor);
  const below = (await agenciesOf(deps, request)).filter(({ id }) => !own.includes(id));
  if (below.length === 0) return null;
  const places = below.map(({ id }) => ({ agencyId: id, officeIds: null }));
  return { agencies: below.length, sum: sumOfWork(await listOpenWork(deps.db, places, moments)) };
}

async function trendOf(q: Queries, actor: Actor, now: MorningView['now']): Promise<MorningView['trend']> {
  if (!holdsRole(actor, figureReaders)) return null;
  const weeks = wholeWeeksBefore(dateOf(now), WEEKS);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return null;
  const asked = { agencyIds: ownAgencies(actor), from: first, to: endOfWeek(last) };
  return (await countWeeks(q, asked, now)) ?? [];
}
