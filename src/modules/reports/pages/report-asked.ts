import { z } from 'zod';
import { type CivilDate, civilDate, dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import { listUnitsBelow } from '#modules/places/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { KnownReport } from '../known-report.ts';
import { agenciesSeen, ownAgencies } from '../rules/agencies-seen.ts';
import { cycleKey, cycleOf, daysOfCycle, monthsOfCycle, readCycle } from '../rules/report-cycle.ts';
import { type ReportAsked, type ReportClock, reportClocks } from '../rules/report-table.ts';
import { wholeMonths } from '../rules/whole-months.ts';
import { REPORTS_PATH, type ReportPageDeps } from './page-deps.ts';
import { type Period, readPeriod } from './period.ts';

const text = z.string().max(40).optional().catch(undefined);

/** What an address says: a cycle or free days, which agency, which clock. */
export const reportQuery = {
  ky: text,
  tu: text,
  den: text,
  'co-quan': text,
  'dong-ho': z.enum(reportClocks).catch('legal'),
};
export const reportParams = z.object({ ma: z.string().max(40) });
const typedQuery = z.object(reportQuery);
export type TypedReport = z.infer<typeof typedQuery>;

export interface AskedReport {
  readonly report: KnownReport;
  readonly asked: ReportAsked;
  readonly period: Period;
  /** Key of the cycle; null: free days. */
  readonly cycle: string | null;
  readonly typed: TypedReport;
  /** Those that this person may choose among. */
  readonly agencies: readonly OfficeInForce[];
  /** Whose report it is: the one chosen, or that of the person who asks for all. */
  readonly owner: OfficeInForce;
  /** The one chosen; undefined: all of them. */
  readonly agency: OfficeInForce | undefined;
}

/** Undefined: no such report, nobody's figures to see, or an agency that is not theirs. */
export async function readAsked(
  deps: ReportPageDeps,
  request: RequestContext,
  slug: string,
  typed: TypedReport,
): Promise<AskedReport | undefined> {
  const report = deps.reports.find((one) => one.slug === slug);
  const agencies = await agenciesOf(deps, request);
  const code = typed['co-quan'];
  const agency = agencies.length === 1 ? agencies[0] : agencies.find((one) => one.code === code);
  if (!report || agencies.length === 0 || (code && agency?.code !== code)) return undefined;
  const { period, cycle } = periodOf(request, typed, report.byMonths ?? false);
  const clock = clockOf(report, typed['dong-ho']);
  const asked = { from: period.from, to: period.to, agencyCode: agency?.code, clock };
  const within = agencies.map(({ id }) => id);
  const own = request.actor ? ownAgencies(request.actor) : [];
  const owner = agency ?? agencies.find(({ id }) => own.includes(id));
  return owner && { report, asked: { ...asked, within }, period, cycle, typed, agencies, owner, agency };
}

/** A cycle before free days; the quarter that runs where nothing is said. */
function periodOf({ legalNow }: RequestContext, typed: TypedReport, byMonths: boolean) {
  const today = dateOf(legalNow);
  const nothing = typed.ky === undefined && !typed.tu && !typed.den;
  const cycle = nothing ? cycleOf('quarter', cycleDay(today, byMonths)) : readCycle(typed.ky);
  if (cycle) {
    const days = byMonths ? monthsOfCycle(cycle) : daysOfCycle(cycle);
    return { cycle: cycleKey(cycle), period: { ...days, refusals: [] } };
  }
  const period = readPeriod(typed, legalNow);
  if (!byMonths || period.refusals.length > 0) return { cycle: null, period };
  const months = wholeMonths(period, today);
  return {
    cycle: null,
    period: months.ok ? { ...months.value, refusals: [] } : { ...period, refusals: [months.refusal] },
  };
}

/** A day by which cycles are told: of calendar months the first, so that a month ends with its last day. */
export function cycleDay(today: CivilDate, byMonths: boolean): CivilDate {
  return byMonths ? civilDate(`${today.slice(0, 7)}-01`) : today;
}

function clockOf({ clocks }: KnownReport, typed: ReportClock): ReportClock {
  return clocks.includes(typed) ? typed : 'legal';
}

/** Those in force today: of an agency that is no more the dossiers are with the one that went on. */
export async function agenciesOf(
  deps: Pick<ReportPageDeps, 'db'>,
  { actor, legalNow }: RequestContext,
): Promise<OfficeInForce[]> {
  const today = dateOf(legalNow);
  const own = actor ? ownAgencies(actor) : [];
  const all = (await listOfficesInForce(deps.db, today)).filter(({ kind }) => kind === 'agency');
  const places = all.filter(({ id }) => own.includes(id)).map(({ placeCode }) => placeCode);
  const below = await Promise.all(places.map((code) => listUnitsBelow(deps.db, code, today)));
  return agenciesSeen(
    own,
    all,
    below.flat().map(({ code }) => code),
  );
}

/** The address of what stands under a report, for the same question. */
export function reportHref(
  { report, cycle, asked, agency }: Pick<AskedReport, 'report' | 'cycle' | 'asked' | 'agency'>,
  rest = '',
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams();
  const days = cycle ? { ky: cycle } : { ky: '', tu: asked.from, den: asked.to };
  const clock = asked.clock === 'legal' ? undefined : asked.clock;
  const all = { ...days, 'co-quan': agency?.code, 'dong-ho': clock, ...more };
  for (const [key, value] of Object.entries(all)) if (value !== undefined) query.set(key, value);
  return `${REPORTS_PATH}/${report.slug}${rest}?${query}`;
}
