import { isDeepStrictEqual } from 'node:util';
import { addDays, type CivilDate, civilDateOfDayNumber, dateOf, dayNumber } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import {
  listFeeExemptions,
  listLocalFees,
  listProcedures,
  type Procedure,
} from '#modules/catalogue/index.ts';
import { type DossierDeps, planProcess } from '#modules/dossiers/index.ts';
import { listActors, listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import type { Span } from '../rules/spans.ts';
import type { Counter, Offered, World } from '../rules/world.ts';

/** How often the fields are wanted, compared with each other; the others once. */
const wanted: Readonly<Record<string, number>> = {
  'Hộ tịch': 34,
  'Đất đai': 16,
  'Đăng ký, quản lý cư trú': 12,
  'Bảo trợ xã hội': 11,
  'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)': 9,
  'Người có công': 4,
  'Cấp, quản lý căn cước': 4,
  'Hoạt động xây dựng': 3,
  'Đăng ký biện pháp bảo đảm': 3,
  'Giáo dục và Đào tạo': 2,
};
/** Has its own counter and its own books. */
const CERTIFICATION = 'Chứng thực';
/** The district's own counter receives as much as many communes together. */
const weights: Readonly<Record<string, number>> = { huyen: 10, xa: 1, tinh: 1 };

/** What the installation says of a district on each day: its counters, what each receives, who works there. */
export async function readWorld(deps: DossierDeps, until: Instant, stop?: AbortSignal): Promise<World> {
  const { db } = deps;
  const to = dateOf(until);
  const from = `${to.slice(0, 4)}-01-01` as CivilDate;
  const days = { from, to };
  const staff = await spansOf(days, (on) => listActors(db, on));
  const offices = await listOfficesInForce(db, to);
  const counters: Counter[] = [];
  for (const oneStop of offices.filter((office) => office.kind === 'one-stop')) {
    const agency = offices.find((office) => office.id === oneStop.agencyId);
    if (!agency) continue;
    stop?.throwIfAborted();
    const agencies = offices.filter((one) => one.kind === 'agency');
    const counter = await counterOf(deps, agency, oneStop, agencies, days);
    if (counter.offered.every(({ holds }) => holds.length > 0)) counters.push(counter);
  }
  return { from, until, counters, staff, exemptions: await listFeeExemptions(db) };
}

interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * Asks for the first and the last day; where they are answered alike the answer holds for all days between (what is
 * dated changes, it does not change back), else each half by itself.
 */
async function spansOf<T>(days: Days, ask: (on: CivilDate) => Promise<T>): Promise<Span<T>[]> {
  const between = async (from: CivilDate, to: CivilDate, first: T, last: T): Promise<Span<T>[]> => {
    if (isDeepStrictEqual(first, last)) return [{ from, to, holds: first }];
    if (addDays(from, 1) === to)
      return [
        { from, to: from, holds: first },
        { from: to, to, holds: last },
      ];
    const middle = civilDateOfDayNumber((dayNumber(from) + dayNumber(to)) >> 1);
    const [before, after] = [await ask(middle), await ask(addDays(middle, 1))];
    return [
      ...(await between(from, middle, first, before)),
      ...(await between(addDays(middle, 1), to, after, last)),
    ];
  };
  return between(days.from, days.to, await ask(days.from), await ask(days.to));
}

/** Where those live who come: to the district's counter from all its communes. */
function placesOf(agency: OfficeInForce, agencies: readonly OfficeInForce[]): string[] {
  const communes = agency.level === 'xa' ? [agency] : agencies.filter(({ level }) => level === 'xa');
  return communes.map(({ name }) => {
    const place = name.replace(/^Ủy ban nhân dân /u, '');
    return `${place}, huyện Châu Thành, tỉnh Đồng Tháp`;
  });
}

async function counterOf(
  deps: DossierDeps,
  agency: OfficeInForce,
  oneStop: OfficeInForce,
  agencies: readonly OfficeInForce[],
  days: Days,
): Promise<Counter> {
  const calendar = await deps.calendarFor(deps.db, oneStop.id);
  return {
    agencyId: agency.id,
    oneStopId: oneStop.id,
    places: placesOf(agency, agencies),
    weight: weights[agency.level] ?? 1,
    offered: await spansOf(days, (on) => offeredOn(deps, { agency, oneStop }, calendar, on)),
    certified: await spansOf(days, (on) => certifiedOn(deps, { agency, oneStop }, calendar, on)),
    level: agency.level,
    calendar,
    localFees: await listLocalFees(deps.db, agency.id),
  };
}

interface Place {
  readonly agency: OfficeInForce;
  readonly oneStop: OfficeInForce;
}

async function offeredOn(
  deps: DossierDeps,
  place: Place,
  calendar: WorkCalendar,
  on: CivilDate,
): Promise<Offered[]> {
  const procedures = await listProcedures(deps.db, { on, level: place.agency.level });
  const offered: Offered[] = [];
  for (const procedure of procedures.filter((one) => one.field !== CERTIFICATION))
    if (await isHandled(deps, { procedure, ...place }, calendar, instant(`${on}T08:00`)))
      offered.push({ procedure, weight: weightOf(procedure, offered) });
  return offered;
}

async function certifiedOn(
  deps: DossierDeps,
  place: Place,
  calendar: WorkCalendar,
  on: CivilDate,
): Promise<string[]> {
  const codes: string[] = [];
  for (const procedure of await listProcedures(deps.db, {
    on,
    level: place.agency.level,
    field: CERTIFICATION,
  }))
    if (await isHandled(deps, { procedure, ...place }, calendar, instant(`${on}T08:00`)))
      codes.push(procedure.code);
  return codes;
}

/** Of a field the first procedures are wanted most. */
function weightOf({ field }: Procedure, before: readonly Offered[]): number {
  const nth = before.filter((one) => one.procedure.field === field).length + 1;
  return (wanted[field] ?? 1) / nth;
}

async function isHandled(
  deps: DossierDeps,
  about: Parameters<typeof planProcess>[2],
  calendar: WorkCalendar,
  now: Instant,
): Promise<boolean> {
  try {
    return (await planProcess(deps.db, deps, about, calendar, { due: null, effectiveReceipt: now }, now)).ok;
  } catch {
    return false; // no section handles it here
  }
}
