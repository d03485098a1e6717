import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Queries } from '#platform/db/database.ts';
import { ii06aColumns, ii06aLine } from '../rules/ii06a.ts';
import type { ReportAsked, ReportLine, ReportTable } from '../rules/report-table.ts';
import type { CountedStanding } from '../rules/standing-at.ts';
import { askPeriod, groupedBy } from './ask-period.ts';

const lineOf = (of: ReportLine['of'], name: string, counts: readonly CountedStanding[]): ReportLine => {
  const line = ii06aLine(counts);
  return { of, name, values: ii06aColumns.map((column) => line[column]) };
};

/** Biểu II.06a of one agency by field, or of all by agency; the legal clock. Refusals: those of `askPeriod`. */
export async function makeIi06a(q: Queries, asked: ReportAsked, now: Instant): Promise<Outcome<ReportTable>> {
  const found = await askPeriod(q, asked, now);
  if (!found.ok) return found;
  const { agencies, counts } = found.value;
  const byAgency = agencies.map(({ id, name }) =>
    lineOf(
      'agency',
      name,
      counts.filter((one) => one.agencyId === id),
    ),
  );
  const byField = groupedBy(counts, 'field').map(([name, own]) => lineOf('field', name, own));
  const lines = asked.agencyCode === undefined ? byAgency : byField;
  return accepted({
    at: now,
    columns: ii06aColumns.map(String),
    lines: [...lines, lineOf('sum', '', counts)],
  });
}
