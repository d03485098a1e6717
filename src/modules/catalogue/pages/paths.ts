const base = '/quan-tri/phi-dia-phuong';
const exemptions = '/quan-tri/mien-giam';
const clockEffects = '/quan-tri/dong-ho';

/** Every address of the administration of local fees, exemptions and the clock, in one place. */
export const paths = {
  localFees: base,
  ofAgency: (agency: string) => `${base}?co-quan=${encodeURIComponent(agency)}`,
  set: (code: string) => `${base}/${code}`,
  setAt: (code: string, agency: string, fee: number, done = false) =>
    `${base}/${code}?co-quan=${encodeURIComponent(agency)}&muc=${fee}${done ? '&xong=1' : ''}`,
  exemptions,
  exemption: (group: string) => `${exemptions}/${group}`,
  checkExemption: (group: string) => `${exemptions}/${group}/xac-nhan`,
  clockEffects,
  clockEffectsOf: (regime: string) => `${clockEffects}?che-do=${regime}`,
  setClockEffect: `${clockEffects}/dat`,
  setClockEffectOf: (regime: string, code: string) =>
    `${clockEffects}/dat?che-do=${regime}&thu-tuc=${encodeURIComponent(code)}`,
  clockEffect: (id: string) => `${clockEffects}/dong/${id}`,
  checkClockEffect: (id: string) => `${clockEffects}/dong/${id}/doi-chieu`,
  takeBackClockEffect: (id: string) => `${clockEffects}/dong/${id}/rut-lai`,
} as const;

const commitments = '/quan-tri/thoi-han-cam-ket';

/** The limits that an agency promises. */
export const commitmentPaths = {
  all: commitments,
  ofAgency: (agency: string) => `${commitments}?co-quan=${encodeURIComponent(agency)}`,
  set: (code: string) => `${commitments}/${code}`,
  setAt: (code: string, agency: string, done?: 'set' | 'ended') =>
    `${commitments}/${code}?co-quan=${encodeURIComponent(agency)}${done ? `&xong=${done}` : ''}`,
} as const;
