/**
 * What events do to the clock of a dossier (deadlines.md, "Effects of events on the clock"): dated configuration per
 * regime, where its law says so per procedure. Each effect names its law, as it is shown ("Sao lại hẹn ngày này?").
 */
export interface ClockEffects {
  /** Asked after acceptance; `most` without the reason and signature of a leader. */
  readonly supplement: {
    readonly effect: 'restart' | 'suspend';
    readonly basis: string;
    readonly most: number;
  };
  /** The applicant fulfils a financial obligation. */
  readonly payment: { readonly effect: 'suspend'; readonly basis: string };
  /** `suspend`: some questions to another office do, those that the law names; none does by itself. */
  readonly opinion: { readonly effect: 'none' | 'suspend'; readonly basis: string };
  /** An apology with a new date. */
  readonly reAppointment: { readonly most: number; readonly basis: string };
}
