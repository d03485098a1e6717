import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { findUnit, searchUnits, type Unit } from '#modules/places/index.ts';
import { inTransaction, type Queries } from '#platform/db/database.ts';
import { type IdentityDeps, newId } from '../deps.ts';
import { logAct, type MakingPress } from '../press.ts';
import { oneStopName, ownCode, regimeOfAgency, unitLevelOf } from '../rules/new-agency.ts';
import type { Level } from '../rules/office.ts';
import { AGENCY_CODE } from '../rules/office-change.ts';
import { agencyCodeIsTaken, insertOffice, listOwnCodes, lockAgencyCodes } from '../store/office-changes.ts';
import type { OfficeRow } from '../store/organisation.ts';

export interface AddAgencyPress extends MakingPress {
  readonly name: string;
  readonly shortName: string;
  readonly level: Level;
  /** Code or name of the administrative unit on the first day. */
  readonly place: string;
  readonly validFrom: CivilDate;
  readonly agencyCode: string;
  /** The official code is not known yet: said wherever staff see it, and to be confirmed. */
  readonly codeIsExample: boolean;
  readonly address: string;
  readonly phone: string;
  /** Empty: by the regime. */
  readonly oneStop: string;
}

/**
 * An agency with the two offices that every one has: its counter and its leaders. The same press again makes
 * nothing more. Refuses missing parts, `identity/place-…`, `identity/agency-code-…`, `identity/no-districts-now`.
 */
export async function addAgency(deps: IdentityDeps, press: AddAgencyPress): Promise<Outcome<string>> {
  const typed = checkTyped(press);
  if (!typed.ok) return typed;
  const regime = regimeOfAgency(press.level, press.validFrom);
  if (!regime.ok) return regime;
  return inTransaction(deps.db, async (tx) => {
    const place = await findPlace(tx, press);
    if (!place.ok) return place;
    await lockAgencyCodes(tx);
    const { agencyCode } = typed.value;
    const except = { officeId: press.newId, from: press.validFrom };
    if (agencyCode !== null && (await agencyCodeIsTaken(tx, agencyCode, except))) {
      return refused('identity/agency-code-taken', { code: agencyCode }, 'ma-dinh-danh');
    }
    const taken = new Set(await listOwnCodes(tx));
    const code = ownCode(place.value.name, (one) => taken.has(one));
    const rows = rowsOf(deps, press, { ...typed.value, ...regime.value, code, place: place.value });
    const [agency, ...offices] = rows;
    if (!agency || !(await insertOffice(tx, agency))) return accepted(press.newId); // pressed twice
    for (const office of offices) await insertOffice(tx, office);
    await logAct(tx, press, 'add-agency', { kind: 'office', id: press.newId });
    return accepted(press.newId);
  });
}

interface Typed {
  readonly name: string;
  readonly shortName: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly agencyCode: string | null;
}

function checkTyped(press: AddAgencyPress): Outcome<Typed> {
  const name = cleanLine(press.name).text;
  if (name === '') return refused('identity/office-name-missing', {}, 'ten');
  const agencyCode = cleanLine(press.agencyCode).text.toUpperCase();
  if (agencyCode !== '' && !AGENCY_CODE.test(agencyCode)) {
    return refused('identity/agency-code-wrong', {}, 'ma-dinh-danh');
  }
  const [shortName, address, phone] = [press.shortName, press.address, press.phone].map(
    (text) => cleanLine(text).text,
  );
  return accepted({
    name,
    shortName: shortName || name,
    address: address || null,
    phone: phone || null,
    agencyCode: agencyCode || null,
  });
}

/** By its code, or by a name that only one unit of this kind has on that day. */
async function findPlace(q: Queries, press: AddAgencyPress): Promise<Outcome<Unit>> {
  const { level, validFrom } = press;
  const typed = cleanLine(press.place).text;
  if (typed === '') return refused('identity/place-missing', {}, 'dia-ban');
  const byCode = /^\d{2,5}$/.test(typed) ? await findUnit(q, typed, validFrom) : undefined;
  if (byCode?.level === unitLevelOf[level]) return accepted(byCode);
  const found = await searchUnits(q, { text: typed, on: validFrom, level: unitLevelOf[level], limit: 4 });
  const [one, two] = found;
  if (!one) return refused('identity/place-unknown', { typed }, 'dia-ban');
  if (!two) return accepted(one);
  const choices = found.map((unit) => `${unit.name} (${unit.code})`).join(', ');
  return refused('identity/place-ambiguous', { choices }, 'dia-ban');
}

function rowsOf(
  deps: IdentityDeps,
  press: AddAgencyPress,
  facts: Typed & Pick<OfficeRow, 'regime' | 'code'> & { validTo: CivilDate | null; place: Unit },
): OfficeRow[] {
  const { newId: id, level, validFrom, origin } = press;
  const { name, shortName, regime, code, place } = facts;
  const shared = {
    agency_id: id,
    level,
    place_code: place.code,
    regime,
    address: facts.address,
    phone: facts.phone,
    hours: null,
    valid_from: validFrom,
    valid_to: facts.validTo,
    section_key: null,
    agency_code: null,
    agency_code_is_example: false,
  };
  const oneStop = cleanLine(press.oneStop).text || oneStopName(regime, place.name);
  const sub = (kind: 'one-stop' | 'leadership', title: string): OfficeRow => ({
    ...shared,
    id: newId(deps, origin.machineNow),
    key: `trang/${id}/${kind}`,
    code: `${code}.${kind}`,
    name: title,
    short_name: title,
    kind,
  });
  const agency: OfficeRow = {
    ...shared,
    id,
    key: `trang/${id}`,
    code,
    name,
    short_name: shortName,
    kind: 'agency',
    agency_code: facts.agencyCode,
    agency_code_is_example: press.codeIsExample && facts.agencyCode !== null,
  };
  return [agency, sub('one-stop', oneStop), sub('leadership', `Lãnh đạo ${name}`)];
}
