import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Queries } from '#platform/db/database.ts';
import { ii06aColumns, ii06aLine } from '../rules/ii06a.ts';
import type { ReportAsked, ReportTable } from '../rules/report-table.ts';
import type { CountedStanding } from '../rules/standing-at.ts';
import { askPeriod } from './ask-period.ts';
import { linesByAgency, linesByField } from './lines-by.ts';

const valuesOf = (counts: readonly CountedStanding[]) => {
  const line = ii06aLine(counts);
  return ii06aColumns.map((column) => line[column]);
};

/** Biểu II.06a of one agency by field, or of all by agency, by one of the clocks. Refusals: those of `askPeriod`. */
export async function makeIi06a(q: Queries, asked: ReportAsked, now: Instant): Promise<Outcome<ReportTable>> {
  const found = await askPeriod(q, asked, now);
  if (!found.ok) return found;
  const { agencies, counts } = found.value;
  const lines =
    asked.agencyCode === undefined
      ? linesByAgency(agencies, counts, valuesOf)
      : linesByField(counts, valuesOf);
  return accepted({
    at: now,
    agencyIds: agencies.map(({ id }) => id),
    columns: ii06aColumns.map(String),
    lines: [...lines, { of: 'sum', key: '', name: '', values: valuesOf(counts) }],
  });
}
