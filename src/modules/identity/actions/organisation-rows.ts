import type { OrganisationAgency, OrganisationFile, OrganisationPerson } from '../organisation-file.ts';
import type { OfficeKind } from '../rules/office.ts';
import type { OfficeRow } from '../store/organisation.ts';

type OfficePart = Pick<
  OrganisationAgency['oneStop'],
  'key' | 'name' | 'shortName' | 'address' | 'phone' | 'hours'
>;

/** Key of an agency in the installation: the same commune has another one in each regime. */
export function agencyKey(file: OrganisationFile, agency: OrganisationAgency): string {
  return `${file.regime}/${agency.key}`;
}

export function officeKey(file: OrganisationFile, agency: OrganisationAgency, office: string): string {
  return `${agencyKey(file, agency)}/${office}`;
}

export function postKey(
  file: OrganisationFile,
  agency: OrganisationAgency,
  person: OrganisationPerson,
  post: OrganisationPerson['posts'][number],
): string {
  return `${officeKey(file, agency, post.office)}/${person.key}/${post.role}/${post.from}`;
}

export function officeKeysOf(file: OrganisationFile): string[] {
  return file.agencies.flatMap((agency) => [
    agencyKey(file, agency),
    ...officesOf(agency).map((office) => officeKey(file, agency, office.key)),
  ]);
}

function officesOf(
  agency: OrganisationAgency,
): (OfficePart & { readonly kind: OfficeKind; readonly sectionKey: string | null })[] {
  return [
    { ...agency.oneStop, kind: 'one-stop', sectionKey: null },
    { ...agency.leadership, kind: 'leadership', sectionKey: null },
    ...agency.offices,
  ];
}

/** The rows of one agency, itself first. `idOf` gives the known id of a key, or a new one. */
export function officeRows(
  file: OrganisationFile,
  agency: OrganisationAgency,
  idOf: (key: string) => string,
): OfficeRow[] {
  const key = agencyKey(file, agency);
  const shared = {
    agency_id: idOf(key),
    level: agency.level,
    place_code: agency.place.code,
    regime: file.regime,
    valid_from: file.validFrom,
    valid_to: file.validTo,
    agency_code_is_example: agency.agencyCodeIsExample,
  };
  const own: OfficeRow = {
    ...shared,
    id: idOf(key),
    key,
    code: agency.code,
    name: agency.name,
    short_name: agency.shortName,
    kind: 'agency',
    address: agency.address,
    phone: agency.phone,
    hours: null,
    agency_code: agency.agencyCode,
    section_key: null,
  };
  const offices = officesOf(agency).map((office): OfficeRow => {
    const rowKey = officeKey(file, agency, office.key);
    return {
      ...shared,
      id: idOf(rowKey),
      key: rowKey,
      code: `${agency.code}.${office.key}`,
      name: office.name,
      short_name: office.shortName,
      kind: office.kind,
      address: office.address ?? agency.address,
      phone: office.phone ?? agency.phone,
      hours: office.hours ? JSON.stringify(office.hours) : null,
      agency_code: null,
      section_key: office.sectionKey,
    };
  });
  return [own, ...offices];
}
