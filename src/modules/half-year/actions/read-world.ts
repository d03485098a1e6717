import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { listProcedures, type Procedure } from '#modules/catalogue/index.ts';
import { type DossierDeps, planProcess } from '#modules/dossiers/index.ts';
import { listActors, listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
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

/** What the installation says of a district: its counters, what each receives, who works there. */
export async function readWorld(deps: DossierDeps, until: Instant): Promise<World> {
  const { db } = deps;
  const on = dateOf(until);
  const offices = await listOfficesInForce(db, on);
  const counters: Counter[] = [];
  for (const oneStop of offices.filter((office) => office.kind === 'one-stop')) {
    const agency = offices.find((office) => office.id === oneStop.agencyId);
    if (agency) counters.push(await counterOf(deps, agency, oneStop, until));
  }
  const workers = new Map<string, Actor[]>();
  for (const actor of await listActors(db, on))
    for (const { officeId } of actor.posts) workers.set(officeId, [...(workers.get(officeId) ?? []), actor]);
  const from = `${on.slice(0, 4)}-01-01` as World['from'];
  return { from, until, counters: counters.filter((one) => one.offered.length > 0), workers };
}

async function counterOf(
  deps: DossierDeps,
  agency: OfficeInForce,
  oneStop: OfficeInForce,
  until: Instant,
): Promise<Counter> {
  const calendar = await deps.calendarFor(deps.db, oneStop.id);
  const procedures = await listProcedures(deps.db, { on: dateOf(until), level: agency.level });
  const offered: Offered[] = [];
  for (const procedure of procedures.filter((one) => one.field !== CERTIFICATION))
    if (await isHandled(deps, { procedure, oneStop, agency }, calendar, until))
      offered.push({ procedure, weight: weightOf(procedure, offered) });
  const place = agency.name.replace(/^Ủy ban nhân dân /u, '');
  const whole = agency.level === 'huyen' ? place : `${place}, huyện Châu Thành`;
  return {
    agencyId: agency.id,
    oneStopId: oneStop.id,
    place: `${whole}, tỉnh Đồng Tháp`,
    weight: weights[agency.level] ?? 1,
    offered,
    calendar,
  };
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
