import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { CertificationWordsContent } from '#modules/documents/index.ts';
import { type Dossier, placeOf } from '#modules/dossiers/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import type { Entry } from '../store/entries.ts';

const DOTS = '……………………';

export interface WordsFacts {
  readonly agency: OfficeInForce;
  readonly dossier: Dossier;
  readonly entries: readonly Entry[];
  readonly now: Instant;
  readonly demo: boolean;
  readonly link: string;
  /** Papers are Vietnamese. */
  readonly t: Words;
}

/** Lời chứng: one for each number that a dossier has in the book. */
export function certificationWords(facts: WordsFacts): CertificationWordsContent {
  const { agency, dossier, entries, now, demo, link, t } = facts;
  return {
    superior: null,
    office: agency.name,
    place: placeOf(agency.name),
    issuedAt: now,
    demo,
    link,
    dossierNumber: dossier.number ?? dossier.reference,
    items: entries.map((entry) => ({
      heading: t(`certification.words.head-${entry.kind}`),
      text: textOf(t, entry, dossier, agency.name),
      document: entry.documentName,
      number: numberLabel(entry.number),
      book: bookLabel(entry),
      enteredAt: entry.enteredAt,
    })),
  };
}

/** Of a copy the heading says it all: null. */
export function textOf(t: Words, entry: Entry, { personal }: Dossier, agency: string): string | null {
  if (entry.kind === 'copies' || entry.kind === 'extracts') return null;
  const party = personal?.authorised ?? personal?.applicants[0];
  return t(`certification.words.text-${entry.kind}`, {
    agency,
    signers: entry.parties ?? entry.representedBy ?? entry.requesterName ?? '',
    // the paper that was shown is the requester's: of somebody else it is written by hand
    paper: entry.parties === null && party?.kind === 'person' ? (party.idNumber ?? DOTS) : DOTS,
    document: entry.documentName ?? '',
  });
}

export function dateLine(t: Words, { enteredAt }: Entry): string {
  const [year, month, day] = dateOf(enteredAt).split('-');
  return t('certification.words.date', { day: day ?? '', month: month ?? '', year: year ?? '' });
}
