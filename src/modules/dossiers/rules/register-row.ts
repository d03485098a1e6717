import type { Instant } from '#kernel/instant.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './event.ts';
import { appointedInForce, dateOnRecord } from './said-dates.ts';

/** A line of form 06 (2025: 07), Sổ theo dõi hồ sơ: TT 01/2018/TT-VPCP, fields as in regulation §1.4. */
export interface RegisterRow {
  readonly number: string;
  readonly content: string;
  readonly sets: number;
  /** Null once erased by law. */
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly receivedAt: Instant;
  /** As it is now, the promised date where there is one; while nothing counts the last that did. */
  readonly dueAt: Instant | null;
  /** Promised with an apology, and later than that. */
  readonly appointedAt: Instant | null;
  /** When the result came back to the one-stop, and who signed it. */
  readonly resultAt: Instant | null;
  readonly signedBy: string | null;
  /** When it was handed over, by whom and to whom. */
  readonly returnedAt: Instant | null;
  readonly returnedBy: string | null;
  readonly receivedBy: string | null;
  readonly state: Dossier['state'];
  /** The acceptance was annulled: the number stays used. */
  readonly annulled: boolean;
  /** Received by the software before, under its number. */
  readonly takenOver: boolean;
}

/** Undefined for what has no number. */
export function registerRow(dossier: Dossier, events: readonly DossierEvent[]): RegisterRow | undefined {
  const { number, filing, personal, receivedAt, clock, appointedAt, state } = dossier;
  if (number === null || receivedAt === null) return undefined;
  const dueAt = dateOnRecord(dossier, events);
  const [applicant] = personal?.applicants ?? [];
  const signed = events.findLast((event) => event.type === 'decided' || event.type === 'signed-by-hand');
  const handed = events.findLast((event) => event.type === 'handed-over');
  return {
    number,
    content: filing.procedure.name,
    sets: filing.sets,
    name: personal ? personal.applicants.map((party) => party.name).join(', ') : null,
    address: applicant?.address ?? null,
    phone: applicant?.phone ?? null,
    receivedAt,
    dueAt,
    appointedAt: appointedInForce({ appointedAt, dueAt: clock.dueAt ?? dueAt }),
    resultAt: dossier.resultNumber === null ? null : (signed?.at ?? dossier.endedAt),
    signedBy: dossier.resultNumber === null ? null : signerOf(signed),
    returnedAt: handed?.at ?? null,
    returnedBy: handed?.by.name ?? null,
    receivedBy: handed?.personal?.receiver.name ?? null,
    state,
    takenOver: dossier.takenOver !== null,
    annulled: events.some((event) => event.type === 'acceptance-annulled'),
  };
}

function signerOf(event: DossierEvent | undefined): string | null {
  if (!event) return null;
  return event.type === 'signed-by-hand' ? event.body.signerName : event.by.name;
}
