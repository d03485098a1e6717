const base = '/lam-viec/chung-thuc';

/** Every address of certification, in one place. */
export const paths = {
  page: base,
  of: (code: string) => `${base}?viec=${encodeURIComponent(code)}`,
  reckon: `${base}/tinh`,
  today: `${base}/hom-nay`,
  book: `${base}/so`,
  findInBook: `${base}/so/tim`,
  done: (number: string, repeated = false) =>
    `${base}/xong/${encodeURIComponent(number)}${repeated ? '?lai=1' : ''}`,
  words: (number: string) => `${base}/loi-chung/${encodeURIComponent(number)}`,
  dossier: (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}`,
  paper: (number: string, paperId: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}/giay/${paperId}`,
} as const;
