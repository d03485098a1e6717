/** Kinds of certification with a book of their own. */
export const bookKinds = ['copies', 'signatures', 'translators', 'transactions', 'extracts'] as const;
export type BookKind = (typeof bookKinds)[number];

/**
 * The mark that follows the volume in a number (NĐ 23/2015/NĐ-CP, lời chứng). The law knows no mark for copies
 * from an original register: `SCBS` is our own, to be checked with the office.
 */
const marks: Readonly<Record<BookKind, string>> = {
  copies: 'SCT/BS',
  signatures: 'SCT/CK,ĐC',
  translators: 'SCT/CKND',
  transactions: 'SCT/HĐ,GD',
  extracts: 'SCBS',
};

/** Every procedure of the field, by the book its numbers stand in; a test holds it against the catalogue. */
const bookOfProcedure: Readonly<Record<string, BookKind>> = {
  '2.000815': 'copies',
  '2.000942': 'copies',
  '2.000884': 'signatures',
  '2.000992': 'translators',
  '2.001008': 'translators',
  '2.001035': 'transactions',
  '2.000913': 'transactions',
  '2.000927': 'transactions',
  '2.001016': 'transactions',
  '2.001019': 'transactions',
  '2.001406': 'transactions',
  '2.000908': 'extracts',
};

/** As the catalogue calls the field. */
export const FIELD = 'Chứng thực';

export function bookOf(procedureCode: string): BookKind | undefined {
  return bookOfProcedure[procedureCode];
}

export interface Book {
  readonly kind: BookKind;
  readonly year: number;
  readonly volume: number;
}

export function volumeLabel(volume: number): string {
  return String(volume).padStart(2, '0');
}

/** `01/2022-SCT/BS`: quyển số as it stands in the certification. */
export function bookLabel({ kind, year, volume }: Book): string {
  return `${volumeLabel(volume)}/${year}-${marks[kind]}`;
}

/** Số chứng thực: two digits at least, as the books are written. */
export function numberLabel(number: number): string {
  return String(number).padStart(2, '0');
}

/** `03, 04 01/2022-SCT/BS`: under which numbers a dossier stands in its book. */
export function numbersLabel(entries: readonly (Book & { readonly number: number })[]): string {
  const [first] = entries;
  if (!first) return '';
  return `${entries.map(({ number }) => numberLabel(number)).join(', ')} ${bookLabel(first)}`;
}

/** What is asked about a document, by its book. */
export function asksOf(kind: BookKind): {
  readonly pages: boolean;
  readonly copies: boolean;
  /** `signers`: left empty it is the requester; `parties`: must be named. */
  readonly who: 'signers' | 'parties' | null;
  /** The paper that proves who asks; a copy may be asked for by anybody who has the original. */
  readonly identity: boolean;
} {
  switch (kind) {
    case 'copies':
      return { pages: true, copies: true, who: null, identity: false };
    case 'extracts':
      return { pages: false, copies: true, who: null, identity: true };
    case 'signatures':
    case 'translators':
      return { pages: false, copies: true, who: 'signers', identity: true };
    case 'transactions':
      return { pages: false, copies: false, who: 'parties', identity: true };
  }
}
