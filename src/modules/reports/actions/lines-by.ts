import type { OfficeInForce } from '#modules/identity/index.ts';
import type { ReportLine } from '../rules/report-table.ts';
import { shownChannel, shownChannels } from '../rules/selection.ts';
import type { CountedMonth, CountedStanding } from '../rules/standing-at.ts';

type Values<C> = (counts: readonly C[]) => ReportLine['values'];

/** A line for each field, in the order of their names. */
export function linesByField(counts: readonly CountedStanding[], values: Values<CountedStanding>) {
  return [...Map.groupBy(counts, ({ field }) => field)]
    .sort(([a], [b]) => a.localeCompare(b, 'vi'))
    .map(([name, own]): ReportLine => ({ of: 'field', key: name, name, values: values(own) }));
}

/** A line for each channel by which something came. */
export function linesByChannel(counts: readonly CountedStanding[], values: Values<CountedStanding>) {
  const groups = Map.groupBy(counts, shownChannel);
  return shownChannels.flatMap((key): ReportLine[] => {
    const own = groups.get(key);
    return own ? [{ of: 'channel', key, name: key, values: values(own) }] : [];
  });
}

/** A line for each agency that was asked for, also where there is nothing. */
export function linesByAgency(
  agencies: readonly OfficeInForce[],
  counts: readonly CountedStanding[],
  values: Values<CountedStanding>,
) {
  const groups = Map.groupBy(counts, ({ agencyId }) => agencyId);
  return agencies.map(
    ({ id, name }): ReportLine => ({ of: 'agency', key: id, name, values: values(groups.get(id) ?? []) }),
  );
}

/** A line for each month in which something of the period was received. */
export function linesByMonth(counts: readonly CountedMonth[], values: Values<CountedMonth>) {
  return [...Map.groupBy(counts, ({ month }) => month)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, own]): ReportLine => ({ of: 'month', key: month, name: month, values: values(own) }));
}
