import type { Instant } from '#kernel/instant.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type {
  PaperHead,
  PaperOfficer,
  PaperParty,
  PaperRow,
  SigningOfficer,
} from '#modules/documents/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { currentStep, type Dossier } from '../rules/dossier.ts';
import type { FiledPaper, Filing, Party, PersonalFiling } from '../rules/filing.ts';

/** What every paper needs besides the dossier. */
export interface PaperFrame {
  readonly agency: OfficeInForce;
  readonly oneStop: OfficeInForce;
  readonly now: Instant;
  readonly demo: boolean;
  readonly training: boolean;
  readonly link: string | null;
  readonly publicUrl: string;
  /** Papers are Vietnamese. */
  readonly t: Words;
  readonly officer: PaperOfficer;
  /** The same person where the paper is signed in the agency's name. */
  readonly signer: SigningOfficer;
}

/** `level` says whose paper it is: the one-stop's, or the agency's. */
export function head(frame: PaperFrame, level: 'one-stop' | 'agency'): PaperHead {
  const { agency, oneStop } = frame;
  return {
    superior: level === 'one-stop' ? agency.name : null,
    office: level === 'one-stop' ? oneStop.name : agency.name,
    place: placeOf(agency.name),
    issuedAt: frame.now,
    demo: frame.demo,
    ...(frame.training ? { training: true } : {}),
    link: frame.link,
  };
}

/** 'Ủy ban nhân dân huyện Châu Thành' → 'Châu Thành': the place before the date, without its kind. */
export function placeOf(agencyName: string): string {
  return agencyName.replace(/^.*?(tỉnh|huyện|quận|thành phố|thị xã|thị trấn|phường|xã)\s+/iu, '');
}

export function firstApplicant({ applicants: [applicant] }: PersonalFiling): Party {
  if (!applicant) throw new Error('a dossier has an applicant');
  return applicant;
}

export function partyOnPaper(party: Party): PaperParty {
  const { name, address, phone, email } = party;
  const idNumber = party.kind === 'organisation' ? party.taxCode : party.idNumber;
  return { name, idNumber, address: address || null, phone, email };
}

export function paperRows(papers: readonly FiledPaper[], t: Words): PaperRow[] {
  return papers.map(({ name, originals, certifiedCopies, photocopies, way }) => ({
    name,
    originals,
    certifiedCopies,
    photocopies,
    note: way === 'show' ? t('dossiers.paper.shown') : null,
  }));
}

export function limitInWords(limit: Filing['limit'], t: Words): string {
  if (!limit || (limit.value === null && limit.unit !== 'trong_ngay')) return t('dossiers.limit.none');
  if (limit.unit === 'trong_ngay') return t('dossiers.limit.trong_ngay');
  return t(`dossiers.limit.${limit.unit}`, { value: String(limit.value).padStart(2, '0') });
}

export function feeInWords(filing: Filing, t: Words): string {
  return filing.fee.amount === 0 ? t('dossiers.fee.free') : formatDong(dong(filing.fee.amount));
}

/** Where it is: the step and whose it is. */
export function stageInWords(dossier: Dossier, t: Words): string | null {
  const step = currentStep(dossier);
  return step && t('dossiers.paper.stage', { step: step.name, office: step.officeName });
}

export function contactLine({ oneStop, publicUrl, officer, t }: PaperFrame): string {
  return t('dossiers.paper.contact', {
    officer: officer.name,
    phone: oneStop.phone ?? '',
    address: publicUrl,
  });
}
