const base = '/quan-tri/phi-dia-phuong';

/** Every address of the administration of local fees, in one place. */
export const paths = {
  localFees: base,
  ofAgency: (agency: string) => `${base}?co-quan=${encodeURIComponent(agency)}`,
  set: (code: string) => `${base}/${code}`,
  setAt: (code: string, agency: string, fee: number, done = false) =>
    `${base}/${code}?co-quan=${encodeURIComponent(agency)}&muc=${fee}${done ? '&xong=1' : ''}`,
} as const;
