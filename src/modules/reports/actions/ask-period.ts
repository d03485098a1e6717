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

/** What the reports of a period are made of. Refusals: `reports/agency-unknown`, `reports/period-backwards`. */
export async function askPeriod(
  q: Queries,
  asked: ReportAsked,
  now: Instant,
): Promise<Outcome<PeriodCounted>> {
  if (asked.from > asked.to) return refused('reports/period-backwards');
  const all = (await listOfficesInForce(q, dateOf(now))).filter(({ kind }) => kind === 'agency');
  const { agencyCode: code } = asked;
  const agencies = code === undefined ? all : all.filter((one) => [one.code, one.agencyCode].includes(code));
  if (agencies.length === 0) return refused('reports/agency-unknown', { code: code ?? '' });
  const counts = await countStanding(q, { ...asked, agencyIds: agencies.map(({ id }) => id) }, now);
  return accepted({ agencies, counts });
}

/** Those of each value, in the order of its name. */
export function groupedBy<K extends 'field' | 'channel'>(
  counts: readonly CountedStanding[],
  key: K,
): (readonly [name: string, counts: readonly CountedStanding[]])[] {
  const groups = Map.groupBy(counts, (one) => one[key]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'vi'));
}
