import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { ReportAsked } from '../rules/report-table.ts';
import type { CountedStanding } from '../rules/standing-at.ts';
import { countStanding } from '../store/standing.ts';

export interface PeriodCounted {
  readonly agencies: readonly OfficeInForce[];
  readonly counts: readonly CountedStanding[];
}

/** What the reports of a period are made of. Refusals: those of `agenciesAsked`. */
export async function askPeriod(
  q: Queries,
  asked: ReportAsked,
  now: Instant,
): Promise<Outcome<PeriodCounted>> {
  const found = await agenciesAsked(q, asked, now);
  if (!found.ok) return found;
  const agencies = found.value;
  const counts = await countStanding(q, { ...asked, agencyIds: agencies.map(({ id }) => id) }, now);
  return accepted({ agencies, counts });
}

/**
 * The agencies of a report, as they were called on the last day of its period (today, when that is still to come); one that
 * ended within the period is among them. Refusals: `reports/agency-unknown`, `reports/period-backwards`.
 */
export async function agenciesAsked(
  q: Queries,
  { from, to, agencyCode: code, within }: ReportAsked,
  now: Instant,
): Promise<Outcome<readonly OfficeInForce[]>> {
  if (from > to) return refused('reports/period-backwards');
  const today = dateOf(now);
  const last = await listOfficesInForce(q, to < today ? to : today);
  const first = await listOfficesInForce(q, from);
  const ended = first.filter(({ id }) => !last.some((one) => one.id === id));
  const agencies = [...last, ...ended].filter(
    (one) =>
      one.kind === 'agency' &&
      (within === undefined || within.includes(one.id)) &&
      (code === undefined || [one.code, one.agencyCode].includes(code)),
  );
  return agencies.length === 0 ? refused('reports/agency-unknown', { code: code ?? '' }) : accepted(agencies);
}
