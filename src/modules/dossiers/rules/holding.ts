import type { Instant } from '#kernel/instant.ts';
import { type Dossier, nameOf, type State } from './dossier.ts';
import type { DossierEvent, ErasureGround, EventOf } from './event.ts';
import { type FiledPaper, numberOf, type Party, type PersonalFiling } from './filing.ts';
import { transitions } from './transitions.ts';

export type PersonRole = 'applicant' | 'authorised' | 'receiver';

/** What one dossier holds about one person: that person's own data, nobody else's. */
export interface Holding {
  readonly id: string;
  readonly name: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly number: string | null;
  readonly procedure: { readonly code: string; readonly name: string; readonly field: string };
  readonly state: State;
  readonly receivedAt: Instant | null;
  /** When nothing was left to be done; null while it is open. */
  readonly closedAt: Instant | null;
  readonly roles: readonly PersonRole[];
  /** As written down, the latest first; a correction leaves the earlier one in the history. */
  readonly own: readonly Party[];
  readonly tookResult: {
    readonly at: Instant;
    readonly name: string;
    readonly relation: string | null;
  } | null;
  readonly filed: readonly {
    readonly name: string;
    readonly way: 'submit' | 'show';
    readonly scans: number;
  }[];
  readonly erased: { readonly at: Instant; readonly ground: ErasureGround; readonly order: string } | null;
}

/** `number` as typed; how it was written does not matter. */
export function holdingOf(dossier: Dossier, events: readonly DossierEvent[], number: string): Holding {
  const filings = filingsOf(events);
  const isPerson = (party: Party) => samePerson(numberOf(party), number);
  const handedOver = events.find(
    (event): event is EventOf<'handed-over'> =>
      event.type === 'handed-over' && samePerson(event.personal?.receiver.idNumber ?? null, number),
  );
  const closed = closing.includes(dossier.state);
  const { id, reference, state, receivedAt, filing, personal } = dossier;
  return {
    id,
    name: nameOf(dossier),
    agencyId: filing.agencyId,
    reference,
    number: dossier.number,
    procedure: {
      code: filing.procedure.code,
      name: filing.procedure.name,
      field: filing.procedure.field,
    },
    state,
    receivedAt,
    closedAt: closed ? (dossier.returnedAt ?? dossier.endedAt ?? dossier.updatedAt) : null,
    roles: [
      ...(filings.some((one) => one.applicants.some(isPerson)) ? ['applicant' as const] : []),
      ...(filings.some((one) => one.authorised && isPerson(one.authorised)) ? ['authorised' as const] : []),
      ...(handedOver ? ['receiver' as const] : []),
    ],
    own: distinct(filings.flatMap(partiesOf).filter(isPerson)),
    tookResult: handedOver?.personal
      ? {
          at: handedOver.at,
          name: handedOver.personal.receiver.name,
          relation: handedOver.personal.receiver.relation,
        }
      : null,
    filed: (personal?.papers ?? []).map(filedPaper),
    erased: erasureOf(events),
  };
}

const closing: readonly State[] = transitions.erase.from;

function filingsOf(events: readonly DossierEvent[]): PersonalFiling[] {
  return events
    .flatMap((event): readonly PersonalFiling[] => {
      if (event.type === 'data-corrected') return event.personal ? [event.personal.filing] : [];
      return event.personal && 'applicants' in event.personal ? [event.personal] : [];
    })
    .reverse();
}

function partiesOf({ applicants, authorised }: PersonalFiling): Party[] {
  return [...applicants, ...(authorised ? [authorised] : [])];
}

function distinct(parties: readonly Party[]): Party[] {
  return [...new Map(parties.map((party) => [JSON.stringify(party), party])).values()];
}

function filedPaper({ name, way, files }: FiledPaper) {
  return { name, way, scans: files.length };
}

function erasureOf(events: readonly DossierEvent[]): Holding['erased'] {
  const event = events.find((one): one is EventOf<'personal-erased'> => one.type === 'personal-erased');
  return event ? { at: event.at, ground: event.body.ground, order: event.body.order } : null;
}

export function plainNumber(number: string): string {
  return number.replace(/[\s.-]/g, '').toUpperCase();
}

function samePerson(written: string | null, asked: string): boolean {
  return written !== null && plainNumber(written) === plainNumber(asked);
}
