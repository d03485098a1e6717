import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { PersonalFiling } from './filing.ts';

/** A required paper, and the case it belongs to; null is every case. */
export interface NeededPaper {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
  readonly caseKey: string | null;
}

/** Nobody's dossier is nobody's: an applicant with a name must be there whatever happens to it. */
export function checkApplicants(personal: PersonalFiling): Outcome<null> {
  const [first] = personal.applicants;
  if (!first) return refused('dossiers/applicant-missing', undefined, 'name');
  const unnamed = personal.applicants.find((party) => !party.name.trim());
  if (unnamed) return refused('dossiers/name-missing', undefined, 'name');
  return accepted(null);
}

/**
 * Accepted is complete: every paper that the case requires is there. Otherwise the person is told once,
 * completely, what is missing (completion request).
 */
export function checkPapers(
  personal: PersonalFiling,
  needed: readonly NeededPaper[],
  caseKey: string | null,
): Outcome<null> {
  const there = new Set(personal.papers.map((paper) => paper.key));
  const missing = needed.filter(
    (paper) =>
      paper.required && (paper.caseKey === null || paper.caseKey === caseKey) && !there.has(paper.key),
  );
  if (missing.length === 0) return accepted(null);
  const papers = missing.map((paper) => paper.name).join('; ');
  return refused('dossiers/papers-missing', { count: missing.length, papers }, 'papers');
}
