import type { CataloguePageDeps } from '../deps.ts';
import { type CommittedLimit, comingAfter, limitsToShorten } from '../rules/commitment.ts';
import { holdsOn } from '../rules/local-fee.ts';
import type { Procedure } from '../rules/procedure.ts';
import { listCommitments } from '../store/commitments.ts';
import { listProcedures } from '../store/procedures.ts';
import type { LocalFeesQuestion } from './local-fees-view.ts';

/** A procedure with a limit that can be made shorter, with what the agency promises today and what it will. */
export interface CommitmentLine {
  readonly procedure: Procedure;
  readonly inForce: CommittedLimit | undefined;
  readonly coming: readonly CommittedLimit[];
}

/** Those that the agency receives today, what is promised first, then in the order of the catalogue. */
export async function listCommitmentLines(
  deps: CataloguePageDeps,
  { agency, today }: LocalFeesQuestion,
): Promise<CommitmentLine[]> {
  const procedures = await listProcedures(deps.db, { on: today, level: agency.level });
  const all = await listCommitments(deps.db, agency.id);
  const lines = procedures
    .filter((procedure) => limitsToShorten(procedure).length > 0)
    .map((procedure) => {
      const own = all.filter((one) => one.procedureCode === procedure.code);
      const last = own.find((one) => holdsOn(one, today)); // the list comes latest first
      return { procedure, inForce: last?.limit ? last : undefined, coming: comingAfter(own, today) };
    });
  const isSet = (line: CommitmentLine) => line.inForce !== undefined || line.coming.length > 0;
  return [...lines.filter(isSet), ...lines.filter((line) => !isSet(line))];
}
