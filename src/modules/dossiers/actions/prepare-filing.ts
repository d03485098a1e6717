import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import {
  adjustedLimit,
  chosenCase,
  clockLimit,
  limitOfCase,
  type Procedure,
  whereToGo,
} from '#modules/catalogue/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { checkApplicants } from '../rules/check-filing.ts';
import { shortens } from '../rules/commitment.ts';
import type { Channel, FeeWay, Filing, PersonalFiling, ReturnMethod } from '../rules/filing.ts';
import type { DossierDeps } from './deps.ts';

/** What the counter hands over: a draft, filled in. */
export interface FilingInput {
  readonly draftId: string | null;
  readonly oneStopId: string;
  readonly procedureVersionId: string;
  readonly caseKey: string | null;
  /** Time added to the limit for a reason of the catalogue. */
  readonly adjustment: { readonly key: string; readonly value: number } | null;
  readonly channel: Channel;
  readonly assisted: boolean;
  readonly returnMethod: ReturnMethod;
  readonly sets: number;
  readonly fee: { readonly amount: number; readonly way: FeeWay; readonly basis: string | null };
  readonly personal: PersonalFiling;
}

/** Everything the filing names: the office in force at legal time, the version whatever its time. */
export interface PreparedFiling {
  readonly filing: Filing;
  readonly procedure: Procedure;
  readonly oneStop: OfficeInForce;
  readonly agency: OfficeInForce;
}

/**
 * Refusals: `applicant-missing`, `name-missing`, `office-closed` (not a one-stop that is in force on the day),
 * `procedure-unknown`, and the catalogue's (where to go and since or until when, case, added time).
 */
export async function prepareFiling(
  q: Queries,
  deps: Pick<DossierDeps, 'stores'>,
  input: FilingInput,
  now: Instant,
): Promise<Outcome<PreparedFiling>> {
  const applicants = checkApplicants(input.personal);
  if (!applicants.ok) return applicants;
  const found = await deps.stores.findInForceWithAgency(q, input.oneStopId, dateOf(now));
  if (found?.office.kind !== 'one-stop') return refused('dossiers/office-closed');
  const { office: oneStop, agency } = found;
  const procedure = await deps.stores.findProcedureVersion(q, input.procedureVersionId);
  if (!procedure) return refused('dossiers/procedure-unknown');
  const here = whereToGo(procedure, agency.level, dateOf(now));
  if (!here.ok) return here;
  const chosen = chosenCase(procedure, input.caseKey);
  if (!chosen.ok) return chosen;
  const limit = limitFor(procedure, input);
  if (!limit.ok) return limit;
  const about = { agencyId: agency.id, procedureCode: procedure.code, on: dateOf(now) };
  const promised = await deps.stores.findCommitment(q, about);
  const filing = filingOf(input, { procedure, oneStop, agency }, limit.value);
  return accepted({
    filing: promised && shortens(promised, filing) ? { ...filing, commitment: promised } : filing,
    procedure,
    oneStop,
    agency,
  });
}

/** The limit of the case, with time added by hand where the catalogue allows it. */
export function limitFor(
  procedure: Procedure,
  input: Pick<FilingInput, 'adjustment' | 'caseKey'>,
): Outcome<Filing['limit']> {
  if (input.adjustment) return adjustedLimit(procedure, input.caseKey, input.adjustment);
  const limit = limitOfCase(procedure, input.caseKey);
  return accepted(limit ? clockLimit(limit) : null);
}

export function filingOf(
  input: Omit<FilingInput, 'draftId' | 'oneStopId' | 'procedureVersionId' | 'personal'>,
  { procedure, oneStop, agency }: Omit<PreparedFiling, 'filing'>,
  limit: Filing['limit'],
): Filing {
  const { channel, assisted, returnMethod, sets, fee, caseKey } = input;
  return {
    channel,
    assisted,
    returnMethod,
    sets,
    fee,
    procedure: {
      versionId: procedure.versionId,
      code: procedure.code,
      name: procedure.name,
      field: procedure.field,
      caseKey,
      caseName: procedure.cases.find((one) => one.key === caseKey)?.name ?? null,
    },
    regime: agency.regime,
    agencyId: agency.id,
    agencyName: agency.name,
    intakeOfficeId: oneStop.id,
    intakeOfficeName: oneStop.name,
    returnOfficeId: oneStop.id,
    limit,
    cutoff: limitOfCase(procedure, caseKey)?.cutoff ?? null,
    addedTime: input.adjustment,
  };
}
