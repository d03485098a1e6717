/** A paper as it is told to a citizen. */
export interface PaperLine {
  readonly name: string;
  /** `1 bản chính. Chỉ khi: …`. */
  readonly note: string;
}

/** A case or a condition under which something else is needed. */
export interface CaseView {
  readonly title: string;
  readonly limit?: string | undefined;
  readonly submit: readonly PaperLine[];
  readonly show: readonly PaperLine[];
}

export interface FeeLine {
  readonly item: string;
  readonly amount: string;
}

export interface ShortFact {
  readonly value: string;
  readonly note?: string | undefined;
}

/** One procedure in words, nothing in it that nobody has checked. */
export interface ProcedureView {
  readonly code: string;
  readonly name: string;
  /** Null where it says nothing that the name does not. */
  readonly officialName: string | null;
  readonly field: string;
  readonly howLong: ShortFact;
  readonly howMuch: ShortFact;
  readonly where: ShortFact;
  readonly result: ShortFact;
  readonly submit: readonly PaperLine[];
  readonly show: readonly PaperLine[];
  readonly cases: readonly CaseView[];
  readonly fees: readonly FeeLine[];
  readonly basis: readonly string[];
  readonly decision: string | null;
  readonly note: string | null;
  readonly detailsAreChecked: boolean;
}
