const base = '/lam-viec/tiep-nhan';

/** Every address of reception, in one place. */
export const paths = {
  start: base,
  /** The same for training dossiers. */
  training: `${base}/thu`,
  trainingSearch: `${base}/thu/thu-tuc.json`,
  startOf: (training: boolean) => (training ? `${base}/thu` : base),
  search: `${base}/thu-tuc.json`,
  goOn: (reference: string) => `${base}/tu/${encodeURIComponent(reference)}`,
  /** The next dossier like this one. */
  like: (number: string) => `${base}/nhu/${number === ':number' ? number : encodeURIComponent(number)}`,
  /** Dossiers accepted in one press, a page of dossiers. */
  group: (id: string) => `/lam-viec/nhom/${id}`,
  draft: (id: string) => `${base}/${id}`,
  at: (id: string, what: string) => `${base}/${id}/${what}`,
  file: (id: string, fileId: string) => `${base}/${id}/tep/${fileId}`,
  dossier: (number: string, isNew = false) =>
    `/lam-viec/ho-so/${encodeURIComponent(number)}${isNew ? '?moi=1' : ''}`,
} as const;
