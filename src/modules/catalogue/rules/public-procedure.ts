import type { Procedure } from './procedure.ts';

/** What citizens may see of a procedure: nothing that nobody has checked. */
export interface PublicProcedure extends Omit<Procedure, 'confidence' | 'unverified'> {
  /** False: papers, limits and fees are not shown; the page sends to the one-stop. */
  readonly detailsAreChecked: boolean;
}

const UNCHECKED_DETAILS = ['code_checked_detail_unverified', 'unverified'];

/** Takes unchecked statements out; a limit whose case is unchecked keeps its number and loses its words. */
export function publicProcedure(procedure: Procedure): PublicProcedure {
  const { confidence, unverified, ...shown } = procedure;
  const detailsAreChecked = !UNCHECKED_DETAILS.includes(confidence);
  if (!detailsAreChecked) return { ...shown, ...withoutDetails, detailsAreChecked };
  const checked = (path: string) => !unverified.includes(path);
  const hidden = shown.limits.filter((_, index) => !checked(`time_limits.${index}.case`));
  const hiddenCases = hidden.map((limit) => limit.caseKey);
  return {
    ...shown,
    detailsAreChecked,
    note: checked('note') ? shown.note : null,
    exclusions: checked('time_exclusions') ? shown.exclusions : null,
    adjustments: checked('time_exclusions') ? shown.adjustments : [],
    basis: shown.basis.filter((_, index) => checked(`legal_basis.${index}`)),
    fees: shown.fees.map((fee, index) => (checked(`fees.${index}.note`) ? fee : { ...fee, note: null })),
    cases: shown.cases.filter((one) => !hiddenCases.includes(one.key)),
    limits: shown.limits.map((limit) =>
      hidden.includes(limit) ? { ...limit, caseKey: null, note: null } : limit,
    ),
  };
}

const withoutDetails = {
  cases: [],
  limits: [],
  adjustments: [],
  fees: [],
  papers: [],
  exclusions: null,
  note: null,
  basis: [],
} as const;
