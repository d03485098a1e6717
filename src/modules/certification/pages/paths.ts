import { bookOf } from '../rules/books.ts';

const base = '/lam-viec/chung-thuc';

interface CopyKey {
  readonly dossierNumber: string;
  readonly ordinal: number;
}

const copyPath = (number: string, ordinal: number) =>
  `${base}/ban-dien-tu/${encodeURIComponent(number)}/${ordinal}`;

/** Every address of certification, in one place. */
export const paths = {
  page: base,
  reckon: `${base}/tinh`,
  today: `${base}/hom-nay`,
  book: `${base}/so`,
  sheet: `${base}/so.xlsx`,
  volume: `${base}/so/quyen-moi`,
  findInBook: `${base}/so/tim`,
  done: (number: string, repeated = false) =>
    `${base}/xong/${encodeURIComponent(number)}${repeated ? '?lai=1' : ''}`,
  words: (number: string) => `${base}/loi-chung/${encodeURIComponent(number)}`,
  electronic: `${base}/ban-dien-tu`,
  copy: ({ dossierNumber, ordinal }: CopyKey) => copyPath(dossierNumber, ordinal),
  scanCopy: ({ dossierNumber, ordinal }: CopyKey) => `${copyPath(dossierNumber, ordinal)}/quet`,
  giveCopy: ({ dossierNumber, ordinal }: CopyKey) => `${copyPath(dossierNumber, ordinal)}/da-giao`,
  signedCopy: ({ dossierNumber, ordinal }: CopyKey) => `${copyPath(dossierNumber, ordinal)}/ban-dien-tu.pdf`,
  copyScan: ({ dossierNumber, ordinal }: CopyKey, fileId: string) =>
    `${copyPath(dossierNumber, ordinal)}/tep/${fileId}`,
  dossier: (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}`,
  money: (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}/thu-tien`,
  sendBack: (reference: string) => `/lam-viec/tiep-nhan/tu/${encodeURIComponent(reference)}?tra-lai=1`,
  handOver: (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}/tra-ket-qua`,
  paper: (number: string, paperId: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}/giay/${paperId}`,
} as const;

/** Where a procedure of certification is received, also one that was submitted; null: not here. */
export function certificationPageOf(code: string, reference?: string): string | null {
  if (!bookOf(code)) return null;
  const from = reference ? `&tu=${encodeURIComponent(reference)}` : '';
  return `${base}?viec=${encodeURIComponent(code)}${from}`;
}
