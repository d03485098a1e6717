import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Option } from '#ui/fields/select-field.tsx';
import type { OfficeInForce } from '../rules/office.ts';
import { listOfficesFrom } from '../store/offices.ts';

/** An agency and its offices. */
export interface AgencyTree {
  readonly agency: OfficeInForce;
  readonly offices: readonly OfficeInForce[];
}

export async function listAgencyTrees(q: Queries, on: CivilDate): Promise<AgencyTree[]> {
  const all = await listOfficesFrom(q, on);
  return all
    .filter((office) => office.kind === 'agency')
    .map((agency) => ({
      agency,
      offices: all.filter((office) => office.agencyId === agency.id && office.id !== agency.id),
    }));
}

/** For choosing: each agency, then its offices with the agency's name behind. */
export async function officeOptions(
  q: Queries,
  on: CivilDate,
  which: 'all' | 'offices' = 'all',
): Promise<Option[]> {
  const trees = await listAgencyTrees(q, on);
  return trees.flatMap(({ agency, offices }) => [
    ...(which === 'all' ? [{ value: agency.id, label: agency.shortName }] : []),
    ...offices.map((office) => ({ value: office.id, label: `${office.shortName}, ${agency.shortName}` })),
  ]);
}
