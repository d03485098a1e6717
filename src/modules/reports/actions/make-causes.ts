import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { listOfficesEver } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { type CountedLate, causesColumns, causesLine } from '../rules/causes-line.ts';
import type { ReportAsked, ReportLine, ReportTable } from '../rules/report-table.ts';
import { countLate } from '../store/late.ts';
import { agenciesAsked } from './ask-period.ts';
import { namesOf } from './lines-by-handler.ts';

type Of = Extract<ReportLine['of'], 'office' | 'procedure' | 'step'>;

/**
 * Why dossiers of a period were late, by agency, by the office whose part is the longest, by procedure and by step: those
 * that ended late in it and those overdue at its end, as they stood then; the legal clock. Refusals: those of `agenciesAsked`.
 */
export async function makeCauses(
  q: Queries,
  asked: ReportAsked,
  now: Instant,
): Promise<Outcome<ReportTable>> {
  const found = await agenciesAsked(q, asked, now);
  if (!found.ok) return found;
  const agencyIds = found.value.map(({ id }) => id);
  const counts = await countLate(q, { ...asked, agencyIds }, now);
  const nameOf = namesOf(await listOfficesEver(q));
  const ofAgency = Map.groupBy(counts, ({ agencyId }) => agencyId);
  const lines: ReportLine[] = [
    ...found.value.map(
      ({ id, name }): ReportLine => ({
        ...{ of: 'agency', key: id, name, values: causesLine(ofAgency.get(id) ?? []) },
      }),
    ),
    ...linesBy(
      counts,
      'office',
      ({ officeId }) => officeId ?? '',
      (one) => nameOf(one.officeId ?? '') || one.officeName,
    ),
    ...linesBy(
      counts,
      'procedure',
      ({ procedureCode }) => procedureCode,
      ({ procedureName }) => procedureName,
    ),
    ...linesBy(
      counts,
      'step',
      ({ step }) => step ?? '',
      ({ step }) => step ?? '',
    ),
    { of: 'sum', key: '', name: '', values: causesLine(counts) },
  ];
  return accepted({ at: now, agencyIds, columns: causesColumns, lines });
}

/** Those with the most late dossiers first. */
function linesBy(
  counts: readonly CountedLate[],
  of: Of,
  keyOf: (one: CountedLate) => string,
  nameOf: (one: CountedLate) => string,
): ReportLine[] {
  return [...Map.groupBy(counts, keyOf)]
    .flatMap(([key, own]): ReportLine[] => {
      const [first] = own;
      return first ? [{ of, key, name: nameOf(first), values: causesLine(own) }] : [];
    })
    .sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || a.name.localeCompare(b.name, 'vi'));
}
