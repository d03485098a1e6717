import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/** Registers that give numbers to papers: those of the one-stop, and those of the agency itself. */
export const numberedRegisters = [
  'result',
  'completion-request',
  'refusal',
  'apology',
  'stop-notice',
  'payment-notice',
] as const;
export type NumberedRegister = (typeof numberedRegisters)[number];

const ofAgency: readonly NumberedRegister[] = ['result', 'apology', 'stop-notice'];

/** Whose register it is. */
export function keeperOf(
  register: NumberedRegister,
  post: { readonly officeId: string; readonly agencyId: string },
): string {
  return ofAgency.includes(register) ? post.agencyId : post.officeId;
}

export interface NumberedPaper {
  readonly number: number;
  readonly paperNumber: string | null;
  readonly enteredAt: Instant;
  readonly voidReason: string | null;
}

/** A line of a register of numbered papers. */
export interface NumberedRow {
  readonly order: number;
  readonly number: string | null;
  readonly date: CivilDate;
  /** Its name opens the dossier. */
  readonly dossier: string;
  readonly content: string;
  /** Null once erased by law. */
  readonly name: string | null;
  readonly address: string | null;
  readonly signedBy: string | null;
  readonly voidReason: string | null;
}

export function numberedRow(
  paper: NumberedPaper,
  dossier: Dossier,
  events: readonly DossierEvent[],
): NumberedRow {
  const { personal, filing, number, reference } = dossier;
  return {
    order: paper.number,
    number: paper.paperNumber,
    date: dateOf(paper.enteredAt),
    dossier: number ?? reference,
    content: filing.procedure.name,
    name: personal ? personal.applicants.map((party) => party.name).join(', ') : null,
    address: personal?.applicants[0]?.address ?? null,
    // a press has one moment: the paper's is that of the event that made it
    signedBy: events.findLast((event) => event.at === paper.enteredAt)?.by.name ?? null,
    voidReason: paper.voidReason,
  };
}
