import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Queries } from '#platform/db/database.ts';
import type { ReportAsked, ReportTable } from '../rules/report-table.ts';
import { timelinessColumns, timelinessLine } from '../rules/timeliness-line.ts';
import { askPeriod, groupedBy } from './ask-period.ts';

/** Early, on time, late by channel, field and agency; the legal clock. Refusals: those of `askPeriod`. */
export async function makeTimeliness(
  q: Queries,
  asked: ReportAsked,
  now: Instant,
): Promise<Outcome<ReportTable>> {
  const found = await askPeriod(q, asked, now);
  if (!found.ok) return found;
  const { agencies, counts } = found.value;
  const by = (of: 'channel' | 'field') =>
    groupedBy(counts, of).map(([name, own]) => ({ of, name, values: timelinessLine(own) }));
  const byAgency = agencies.map(({ id, name }) => ({
    ...{ of: 'agency' as const, name },
    values: timelinessLine(counts.filter((one) => one.agencyId === id)),
  }));
  const sum = { of: 'sum' as const, name: '', values: timelinessLine(counts) };
  const lines = [...by('channel'), ...by('field'), ...byAgency, sum];
  return accepted({ at: now, columns: timelinessColumns, lines });
}
