import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { listOfficesEver, nameAccounts } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { ReportAsked, ReportLine, ReportTable } from '../rules/report-table.ts';
import { timelinessColumns, timelinessLine } from '../rules/timeliness-line.ts';
import { countByMonth, countHandled } from '../store/standing.ts';
import { askPeriod } from './ask-period.ts';
import { linesByAgency, linesByChannel, linesByField, linesByMonth } from './lines-by.ts';
import { linesByOffice, linesByOfficer, passing } from './lines-by-handler.ts';

/**
 * Early, on time, late by channel, field, agency, by the office and the officer who handled, and by the month of receipt, by one of
 * the clocks.
 * Refusals: those of `askPeriod`.
 */
export async function makeTimeliness(
  q: Queries,
  asked: ReportAsked,
  now: Instant,
): Promise<Outcome<ReportTable>> {
  const found = await askPeriod(q, asked, now);
  if (!found.ok) return found;
  const { agencies, counts } = found.value;
  const agencyIds = agencies.map(({ id }) => id);
  const offices = await listOfficesEver(q);
  const handled = await countHandled(q, { ...asked, agencyIds }, passing(offices), now);
  const names = await nameAccounts(
    q,
    handled.flatMap(({ accountId }) => accountId ?? []),
  );
  const lines: ReportLine[] = [
    ...linesByChannel(counts, timelinessLine),
    ...linesByField(counts, timelinessLine),
    ...linesByAgency(agencies, counts, timelinessLine),
    ...linesByOffice(handled, offices, timelinessLine),
    ...linesByOfficer(handled, offices, names, timelinessLine),
    ...linesByMonth(await countByMonth(q, { ...asked, agencyIds }, now), timelinessLine),
    { of: 'sum', key: '', name: '', values: timelinessLine(counts) },
  ];
  return accepted({ at: now, agencyIds, columns: timelinessColumns, lines });
}
