import type { CivilDate } from '#kernel/civil-date.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Option } from '#ui/fields/select-field.tsx';

/** All, an agency with all its offices, or one office. */
export async function officeChoice(q: Queries, t: Words, on: CivilDate) {
  const offices = await listOfficesInForce(q, on);
  const label = (office: OfficeInForce) =>
    office.kind === 'agency' ? t('incidents.whole-agency', { name: office.name }) : office.name;
  const options: Option[] = [
    { value: 'tat-ca', label: t('incidents.all-offices') },
    ...offices.map((office) => ({ value: office.id, label: label(office) })),
  ];
  /** Null: all; none: nothing that can be chosen. */
  const chosen = (value: string): readonly string[] | null => {
    if (value === 'tat-ca') return null;
    return offices.filter((one) => one.id === value || one.agencyId === value).map(({ id }) => id);
  };
  return { options, chosen };
}
