import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { legalDay, logAct, type MakingPress } from '../press.ts';
import type { OfficeInForce, OfficeKind } from '../rules/office.ts';
import { insertOffice, lockOffice } from '../store/office-changes.ts';
import { findOffice, listOfficesFrom } from '../store/offices.ts';

export const newOfficeKinds = ['section', 'outside', 'one-stop', 'leadership'] as const;

export interface AddOfficePress extends MakingPress {
  readonly agencyId: string;
  readonly kind: OfficeKind;
  readonly name: string;
  readonly shortName: string;
  /** How the process tables name it; empty: it handles no field. */
  readonly sectionKey: string;
  readonly validFrom: CivilDate;
}

/**
 * A section of an agency, or an authority at its counter. The same press again makes nothing more. Refuses
 * missing parts, `identity/office-not-then`, `identity/section-twice` (two that handle the same at one time).
 */
export async function addOffice(deps: IdentityDeps, press: AddOfficePress): Promise<Outcome<string>> {
  const name = cleanLine(press.name).text;
  if (name === '') return refused('identity/office-name-missing', {}, 'ten');
  const kind = newOfficeKinds.find((one) => one === press.kind);
  if (!kind) return refused('identity/office-kind-missing', {}, 'loai');
  return inTransaction(deps.db, async (tx) => {
    await lockOffice(tx, press.agencyId);
    const agency = await findOffice(tx, press.agencyId, legalDay(press));
    if (agency?.kind !== 'agency') return refused('identity/not-found');
    const id = press.newId;
    const siblings = (await listOfficesFrom(tx, press.validFrom)).filter((one) => one.agencyId === agency.id);
    if (siblings.some((one) => one.id === id)) return accepted(id);
    const outside =
      press.validFrom < agency.validFrom || (agency.validTo !== null && press.validFrom > agency.validTo);
    if (outside) return refused('identity/office-not-then', { from: agency.validFrom }, 'tu');
    const sectionKey = press.sectionKey || null;
    const free = checkPlace(siblings, kind, sectionKey);
    if (!free.ok) return free;
    const { level, placeCode, regime, address, phone } = agency;
    await insertOffice(tx, {
      id,
      key: `trang/${id}`,
      code: `${agency.code}.${id}`,
      name,
      short_name: cleanLine(press.shortName).text || name,
      kind,
      agency_id: agency.id,
      level,
      place_code: placeCode,
      regime,
      address,
      phone,
      hours: null,
      valid_from: press.validFrom,
      valid_to: agency.validTo,
      agency_code: null,
      agency_code_is_example: false,
      section_key: sectionKey,
    });
    await logAct(tx, press, 'add-office', { kind: 'office', id });
    return accepted(id);
  });
}

/** One counter and one leadership an agency, and one office for each field. */
function checkPlace(
  siblings: readonly OfficeInForce[],
  kind: OfficeKind,
  sectionKey: string | null,
): Outcome<true> {
  const single = kind === 'one-stop' || kind === 'leadership';
  if (single && siblings.some((one) => one.kind === kind))
    return refused('identity/section-twice', {}, 'loai');
  const twice = sectionKey !== null && siblings.some((one) => one.sectionKey === sectionKey);
  return twice ? refused('identity/section-twice', {}, 'linh-vuc') : accepted(true);
}
