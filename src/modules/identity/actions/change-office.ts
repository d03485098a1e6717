import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { legalDay, logAct, type MakingPress } from '../press.ts';
import { AGENCY_CODE, checkChangeDay } from '../rules/office-change.ts';
import {
  agencyCodeIsTaken,
  countOfficeChange,
  insertOfficeVersion,
  listOfficeVersions,
  lockAgencyCodes,
  lockOffice,
} from '../store/office-changes.ts';
import { findOffice } from '../store/offices.ts';

interface OfficePress extends MakingPress {
  readonly officeId: string;
  /** The count of changes the form was drawn from. */
  readonly version: number;
  /** Decision, number and date. */
  readonly basis: string;
  readonly validFrom: CivilDate;
}

export interface ChangeOfficePress extends OfficePress {
  readonly name: string;
  readonly shortName: string;
  readonly address: string;
  readonly phone: string;
}

type Facts = Parameters<typeof insertOfficeVersion>[2];
type Changed = Partial<
  Pick<Facts, 'name' | 'shortName' | 'address' | 'phone' | 'agencyCode' | 'agencyCodeIsExample'>
>;

/**
 * A new name, address or telephone from a day on; what was before stays as it was. Refuses missing parts,
 * `identity/changed-meanwhile`, and as `checkChangeDay`.
 */
export async function changeOffice(deps: IdentityDeps, press: ChangeOfficePress): Promise<Outcome<true>> {
  const [name = '', shortName, address, phone] = [
    press.name,
    press.shortName,
    press.address,
    press.phone,
  ].map((text) => cleanLine(text).text);
  if (name === '') return refused('identity/office-name-missing', {}, 'ten');
  return recordChange(deps, press, 'change-office', {
    name,
    shortName: shortName || name,
    address: address || null,
    phone: phone || null,
  });
}

/**
 * The official agency code, from a day on: an example is replaced or confirmed by it. Numbers given before keep
 * theirs. Refuses `identity/agency-code-wrong`, `identity/agency-code-taken`, and as `changeOffice`.
 */
export async function setAgencyCode(
  deps: IdentityDeps,
  press: OfficePress & { readonly agencyCode: string },
): Promise<Outcome<true>> {
  const agencyCode = cleanLine(press.agencyCode).text.toUpperCase();
  if (!AGENCY_CODE.test(agencyCode) || agencyCode.length > 35) {
    return refused('identity/agency-code-wrong', {}, 'ma-dinh-danh');
  }
  return recordChange(deps, press, 'set-agency-code', { agencyCode, agencyCodeIsExample: false });
}

async function recordChange(
  deps: IdentityDeps,
  press: OfficePress,
  action: string,
  changed: Changed,
): Promise<Outcome<true>> {
  const basis = cleanLine(press.basis).text;
  if (basis === '') return refused('identity/basis-missing', {}, 'can-cu');
  return inTransaction(deps.db, async (tx) => {
    await lockAgencyCodes(tx);
    const version = await lockOffice(tx, press.officeId);
    const office = await findOffice(tx, press.officeId, press.validFrom);
    if (version === undefined || !office) return refused('identity/not-found');
    const recorded = await listOfficeVersions(tx, office.id);
    if (recorded.some((one) => one.id === press.newId)) return accepted(true); // pressed twice
    if (version !== press.version) return refused('identity/changed-meanwhile');
    const latest =
      recorded
        .map((one) => one.validFrom)
        .sort()
        .at(-1) ?? null;
    const day = checkChangeDay(office, press.validFrom, legalDay(press), latest);
    if (!day.ok) return day;
    const code = await checkCode(tx, press, office.kind === 'agency', changed);
    if (!code.ok) return code;
    const { name, shortName, address, phone, agencyCode, agencyCodeIsExample } = office;
    await insertOfficeVersion(tx, office.id, {
      ...{ name, shortName, address, phone, agencyCode, agencyCodeIsExample },
      ...changed,
      id: press.newId,
      validFrom: press.validFrom,
      basis,
      recordedBy: press.actor.accountId,
      recordedAt: press.origin.legalNow,
    });
    await countOfficeChange(tx, office.id);
    await logAct(tx, press, action, { kind: 'office', id: office.id });
    return accepted(true);
  });
}

async function checkCode(
  tx: Tx,
  press: OfficePress,
  isAgency: boolean,
  { agencyCode }: Changed,
): Promise<Outcome<true>> {
  if (!agencyCode) return accepted(true);
  if (!isAgency) return refused('identity/not-found');
  const except = { officeId: press.officeId, from: press.validFrom };
  return (await agencyCodeIsTaken(tx, agencyCode, except))
    ? refused('identity/agency-code-taken', { code: agencyCode }, 'ma-dinh-danh')
    : accepted(true);
}
