import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { atOneMoment, type Database } from '#platform/db/database.ts';
import type { KnownReport } from '../known-report.ts';
import type { ReportAsked, ReportTable } from '../rules/report-table.ts';
import { wholeMonths } from '../rules/whole-months.ts';

/**
 * A report for who stands at the server and has no account: that officers are named in it is written into the audit
 * log. With the days that it counts. Refusals: those of the report and of `wholeMonths`.
 */
export async function giveReport(
  db: Database,
  report: KnownReport,
  asked: ReportAsked,
  origin: AuditOrigin,
): Promise<Outcome<{ readonly asked: ReportAsked; readonly table: ReportTable }>> {
  const now = origin.legalNow;
  const days = report.byMonths && asked.from <= asked.to ? wholeMonths(asked, dateOf(now)) : accepted(asked);
  if (!days.ok) return days;
  const counted = { ...asked, from: days.value.from, to: days.value.to };
  const made = await atOneMoment(db, (q) => report.make(q, counted, now));
  if (!made.ok) return made;
  if (made.value.lines.some(({ of, name }) => of === 'officer' && name !== ''))
    await record(db, {
      ...origin,
      action: 'reports/name-officers',
      subject: { kind: 'report', id: report.code },
      result: 'allowed',
      reason: `${counted.from}/${counted.to} ${asked.agencyCode ?? ''}`.trim(),
    });
  return accepted({ asked: counted, table: made.value });
}
