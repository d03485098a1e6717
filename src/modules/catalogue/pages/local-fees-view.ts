import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { CataloguePageDeps } from '../deps.ts';
import { holdsOn, type LocalFee } from '../rules/local-fee.ts';
import type { Procedure } from '../rules/procedure.ts';
import { listLocalFees } from '../store/local-fees.ts';
import { listProcedures } from '../store/procedures.ts';

/** A fee that the law leaves to the province, with what holds today and what will. */
export interface LocalFeeLine {
  readonly procedure: Procedure;
  /** Its place in the procedure. */
  readonly index: number;
  readonly per: string;
  readonly inForce: readonly LocalFee[];
  readonly coming: readonly LocalFee[];
}

export interface LocalFeesQuestion {
  readonly agencies: readonly OfficeInForce[];
  readonly agency: OfficeInForce;
  readonly today: CivilDate;
}

/** The agency that is asked about, else the person's own, else the first. Undefined: there is none at all. */
export async function askedAgency(
  deps: CataloguePageDeps,
  request: RequestContext,
  code: string | undefined,
): Promise<LocalFeesQuestion | undefined> {
  const today = dateOf(request.legalNow);
  const offices = await listOfficesInForce(deps.db, today);
  const agencies = offices.filter((office) => office.kind === 'agency');
  const own = request.actor?.posts[0]?.agencyId;
  const agency =
    agencies.find((one) => one.code === code) ?? agencies.find((one) => one.id === own) ?? agencies[0];
  return agency && { agencies, agency, today };
}

/** The fees decided locally of the procedures that the agency receives today, in the order of the catalogue. */
export async function listLocalFeeLines(
  deps: CataloguePageDeps,
  { agency, today }: LocalFeesQuestion,
): Promise<LocalFeeLine[]> {
  const procedures = await listProcedures(deps.db, { on: today, level: agency.level });
  const fees = await listLocalFees(deps.db, agency.id);
  return procedures.flatMap((procedure) => linesOf(procedure, fees, today));
}

export function linesOf(procedure: Procedure, fees: readonly LocalFee[], today: CivilDate): LocalFeeLine[] {
  const own = fees.filter((one) => one.procedureCode === procedure.code);
  return procedure.fees.flatMap(({ amount, per }, index) => {
    if (amount !== null) return [];
    const set = own.filter((one) => one.per === per);
    return [
      {
        procedure,
        index,
        per,
        inForce: lastWords(set.filter((one) => holdsOn(one, today))),
        coming: set.filter((one) => one.validFrom > today),
      },
    ];
  });
}

/** Of each channel the latest word; the list comes latest first. */
function lastWords(fees: readonly LocalFee[]): LocalFee[] {
  return fees.filter((fee, index) => fees.findIndex((one) => one.channel === fee.channel) === index);
}
