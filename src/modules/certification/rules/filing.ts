import { formatDong } from '#kernel/money.ts';
import type { RequiredPaper } from '#modules/catalogue/index.ts';
import type { FiledPaper, FilingInput, PersonalFiling } from '#modules/dossiers/index.ts';
import { FEE_BASIS } from './fee.ts';
import type { AskedDocument, CertificationRequest } from './read-request.ts';

/** Says words of this module in the language of papers. */
type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What a dossier's filing is without its draft, place and procedure. */
export type CertificationFiling = Omit<FilingInput, 'draftId' | 'oneStopId' | 'procedureVersionId'>;

/**
 * A certification as a filing. The clerk has what the procedure requires in hand when the numbers are given:
 * the press says that it was seen. What somebody typed goes into the personal part only.
 */
export function filingOf(
  request: CertificationRequest,
  required: readonly RequiredPaper[],
  say: Say,
): CertificationFiling {
  const { caseKey, adjustment, requester, total } = request;
  const personal: PersonalFiling = {
    applicants: [requester.party],
    authorised: requester.cameFor,
    papers: [...seenPapers(request, required), ...request.documents.map(paperOf)],
    note: [request.note, request.exemption?.reason ?? ''].filter((text) => text !== '').join('\n') || null,
  };
  return {
    caseKey,
    adjustment,
    channel: 'direct',
    assisted: false,
    returnMethod: 'counter',
    sets: 1,
    personal,
    fee: { amount: total, way: total === 0 ? 'none' : request.feeWay, basis: basisOf(request, say) },
  };
}

function seenPapers({ caseKey }: CertificationRequest, required: readonly RequiredPaper[]): FiledPaper[] {
  return required
    .filter((paper) => paper.required && (paper.caseKey === null || paper.caseKey === caseKey))
    .map((paper) => ({
      key: paper.key,
      name: paper.name,
      way: paper.kind === 'show' ? ('show' as const) : ('submit' as const),
      originals: paper.originals,
      certifiedCopies: paper.copies,
      photocopies: 0,
      files: [],
    }));
}

/** The original is shown and goes back at once with its copies. */
function paperOf({ name, pages, copies }: AskedDocument): FiledPaper {
  const photocopies = pages === null ? 0 : copies;
  return { key: null, name, way: 'show', originals: 1, certifiedCopies: 0, photocopies, files: [] };
}

/** `2 × 5.000 đ + 1 × 4.000 đ (TT 226/2016/TT-BTC, Điều 4)`, or on what ground nothing is paid. */
function basisOf({ exemption, documents, total }: CertificationRequest, say: Say): string | null {
  if (exemption) return say(`certification.exempt.${exemption.ground}`);
  if (total === 0) return null;
  const parts = documents.map(({ fee }) => `${fee.quantity} × ${formatDong(fee.each)}`);
  return `${parts.join(' + ')} (${FEE_BASIS})`;
}
