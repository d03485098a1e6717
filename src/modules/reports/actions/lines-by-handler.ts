import type { OfficeEver } from '#modules/identity/index.ts';
import type { ReportLine } from '../rules/report-table.ts';
import type { CountedHandled } from '../rules/standing-at.ts';

type Values = (counts: readonly CountedHandled[]) => ReportLine['values'];

/** One-stops and leaderships: a dossier passes through them, it is handled in between. */
export function passing(offices: readonly OfficeEver[]): string[] {
  return offices.filter(({ kind }) => kind === 'one-stop' || kind === 'leadership').map(({ id }) => id);
}

/** A line for each office that handled something, with its agency, in the order of their names. */
export function linesByOffice(
  counts: readonly CountedHandled[],
  offices: readonly OfficeEver[],
  values: Values,
) {
  const names = namesOf(offices);
  return linesOf(
    'office',
    Map.groupBy(counts, ({ officeId }) => officeId ?? ''),
    values,
    (key) => names(key),
  );
}

/** A line for each person who handled something, with the office where most of it was. */
export function linesByOfficer(
  counts: readonly CountedHandled[],
  offices: readonly OfficeEver[],
  people: ReadonlyMap<string, string>,
  values: Values,
) {
  const names = namesOf(offices);
  return linesOf(
    'officer',
    Map.groupBy(counts, ({ accountId }) => accountId ?? ''),
    values,
    (key, own) => {
      const person = people.get(key);
      const most = [...own].sort((a, b) => b.count - a.count)[0];
      return person ? `${person} (${names(most?.officeId ?? '')})` : '';
    },
  );
}

function linesOf(
  of: ReportLine['of'],
  groups: ReadonlyMap<string, readonly CountedHandled[]>,
  values: Values,
  nameOf: (key: string, own: readonly CountedHandled[]) => string,
): ReportLine[] {
  return [...groups]
    .map(([key, own]): ReportLine => ({ of, key, name: nameOf(key, own), values: values(own) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** `Phòng Tư pháp, UBND huyện Châu Thành`: with its agency, where its own name does not say it; nothing of nobody. */
export function namesOf(offices: readonly OfficeEver[]): (id: string) => string {
  const byId = new Map(offices.map((one) => [one.id, one]));
  return (id) => {
    const office = byId.get(id);
    if (!office) return '';
    const agency = byId.get(office.agencyId)?.shortName ?? '';
    const place = agency.replace(/^UBND /, '');
    const says = office.name.toLocaleLowerCase('vi').includes(place.toLocaleLowerCase('vi'));
    return says ? office.name : `${office.name}, ${agency}`;
  };
}
