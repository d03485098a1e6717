import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { levelsOn, listProcedures, regimeOn } from '#modules/catalogue/index.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import { listHandled } from '#modules/workflow/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { type CountedProcedure, countsIn, ii07bColumns, ii07bValues, levels } from '../rules/ii07b.ts';
import type { ReportAsked, ReportLine, ReportTable } from '../rules/report-table.ts';
import { agenciesAsked } from './ask-period.ts';

/**
 * Biểu II.07b by field: procedures in force on the last day of the period (today, while it runs) by level, those that a
 * one-stop of the agencies asked for receives, those with an internal process. Refusals: those of `agenciesAsked`.
 */
export async function makeIi07b(q: Queries, asked: ReportAsked, now: Instant): Promise<Outcome<ReportTable>> {
  const found = await agenciesAsked(q, asked, now);
  if (!found.ok) return found;
  const procedures = await proceduresOf(q, asked, found.value, now);
  const fields = [...Map.groupBy(procedures, ({ field }) => field)];
  const lines = fields.map(
    ([name, own]): ReportLine => ({ of: 'field', key: name, name, values: ii07bValues(own) }),
  );
  const sum: ReportLine = { of: 'sum', key: '', name: '', values: ii07bValues(procedures) };
  return accepted({
    ...{ at: now, agencyIds: found.value.map(({ id }) => id), columns: ii07bColumns.map(String) },
    lines: [...lines.sort((a, b) => a.name.localeCompare(b.name, 'vi')), sum],
  });
}

/** The procedures that a number of the form counts. Refusals: those of `agenciesAsked`. */
export async function itemsOfIi07b(
  q: Queries,
  asked: ReportAsked,
  { line, column: typed }: { readonly line: ReportLine; readonly column: string },
  now: Instant,
): Promise<Outcome<readonly CountedProcedure[]>> {
  const found = await agenciesAsked(q, asked, now);
  if (!found.ok) return found;
  const column = ii07bColumns.find((one) => String(one) === typed);
  const all = await proceduresOf(q, asked, found.value, now);
  const ofLine = line.of === 'sum' ? all : all.filter(({ field }) => field === line.key);
  return accepted(column === undefined ? [] : ofLine.filter((one) => countsIn(column, one)));
}

async function proceduresOf(
  q: Queries,
  { to, agencyCode }: ReportAsked,
  agencies: readonly OfficeInForce[],
  now: Instant,
): Promise<CountedProcedure[]> {
  const today = dateOf(now);
  const on = to < today ? to : today;
  const here = await levelsHere(q, agencies, on);
  const handled = await listHandled(q, regimeOn(on));
  const all = (await listProcedures(q, { on })).map((procedure): CountedProcedure => {
    const { code, name, field } = procedure;
    const offered = levels.filter((level) => levelsOn(procedure, on).includes(level));
    const processed = offered.filter((level) =>
      handled.some((one) => one.level === level && (one.code === code || (!one.code && one.field === field))),
    );
    return { code, name, field, offered, received: offered.filter((one) => here.includes(one)), processed };
  });
  return agencyCode === undefined ? all : all.filter(({ received }) => received.length > 0);
}

/** Levels of those of the agencies that have a one-stop. */
async function levelsHere(q: Queries, agencies: readonly OfficeInForce[], on: CivilDate) {
  const offices = await listOfficesInForce(q, on);
  return agencies
    .filter(({ id }) => offices.some(({ kind, agencyId }) => kind === 'one-stop' && agencyId === id))
    .map(({ level }) => level);
}
