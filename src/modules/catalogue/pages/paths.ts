const base = '/quan-tri/phi-dia-phuong';
const exemptions = '/quan-tri/mien-giam';

/** Every address of the administration of local fees and exemptions, in one place. */
export const paths = {
  localFees: base,
  ofAgency: (agency: string) => `${base}?co-quan=${encodeURIComponent(agency)}`,
  set: (code: string) => `${base}/${code}`,
  setAt: (code: string, agency: string, fee: number, done = false) =>
    `${base}/${code}?co-quan=${encodeURIComponent(agency)}&muc=${fee}${done ? '&xong=1' : ''}`,
  exemptions,
  exemption: (group: string) => `${exemptions}/${group}`,
  checkExemption: (group: string) => `${exemptions}/${group}/xac-nhan`,
} as const;

const commitments = '/quan-tri/thoi-han-cam-ket';

/** The limits that an agency promises. */
export const commitmentPaths = {
  all: commitments,
  ofAgency: (agency: string) => `${commitments}?co-quan=${encodeURIComponent(agency)}`,
  set: (code: string) => `${commitments}/${code}`,
  setAt: (code: string, agency: string, done = false) =>
    `${commitments}/${code}?co-quan=${encodeURIComponent(agency)}${done ? '&xong=1' : ''}`,
} as const;
