import { beginningChanges } from './after-beginning.ts';
import { endingChanges } from './after-ending.ts';
import { handlingChanges } from './after-handling.ts';
import { takenOverChanges } from './after-taken-over.ts';
import { waitingChanges } from './after-waiting.ts';
import { type Change, type Changes, NO_CLOCK } from './change.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, EventOf, EventType } from './event.ts';
import type { PersonalFiling } from './filing.ts';
import { NO_NATIONAL } from './national-clock.ts';
import { withStandIn } from './standing-in.ts';

type Beginning = EventOf<'submitted' | 'accepted' | 'taken-over' | 'correction-asked' | 'not-accepted'>;

/** The dossier after one more event. Pure, total over the events; the place where history becomes state. */
export function after(dossier: Dossier | null, event: DossierEvent, id: string): Dossier {
  const before = isBeginning(event) ? begun(dossier, event, id) : dossier;
  if (!before) throw new Error(`a history cannot begin with ${event.type}`);
  const { seq } = event;
  const changedSeq = event.type === 'slip-printed' ? before.changedSeq : seq;
  const movedAt = movesNothing.has(event.type) ? before.movedAt : event.at;
  const changed = { ...before, ...change(before, event), seq, changedSeq, updatedAt: event.at, movedAt };
  return withStandIn(changed, event);
}

/** Made by the calendar, or beside the work: the dossier lies where it lay. */
const movesNothing: ReadonlySet<EventType> = new Set([
  'due-date-recomputed',
  'slip-printed',
  'late-cause-corrected',
]);

export function isBeginning(event: DossierEvent): event is Beginning {
  return ['submitted', 'accepted', 'taken-over', 'correction-asked', 'not-accepted'].includes(event.type);
}

/** What no beginning says. */
const NOTHING_YET = {
  number: null,
  state: 'submitted',
  outcome: null,
  submittedAt: null,
  takenOver: null,
  receivedAt: null,
  firstDueAt: null,
  clock: NO_CLOCK,
  national: NO_NATIONAL,
  knownDueAt: null,
  appointedAt: null,
  reAppointments: { made: 0, most: 1 },
  processKey: null,
  steps: [],
  stepIndex: null,
  plannedFrom: 0,
  stepFinished: false,
  task: 'review',
  holder: null,
  heldBefore: null,
  supplements: 0,
  respondBy: null,
  payment: null,
  opinions: [],
  guidance: null,
  draft: null,
  resultPaperId: null,
  resultNumber: null,
  told: null,
  receiptIds: [],
  paperIds: [],
  endedAt: null,
  returnedAt: null,
} as const satisfies Partial<Dossier>;

/** These can begin a history, or follow a submission and carry what was filed then. */
function begun(dossier: Dossier | null, event: Beginning, id: string): Dossier {
  const { filing, reference, draftId } = event.body;
  const common = { filing, personal: personalFiling(event.personal) ?? null };
  if (dossier) return { ...dossier, ...common };
  return {
    ...NOTHING_YET,
    ...common,
    id,
    reference,
    draftId,
    training: event.body.training ?? false,
    groupId: event.body.groupId ?? null,
    seq: event.seq,
    changedSeq: event.seq,
    updatedAt: event.at,
    movedAt: event.at,
  };
}

function personalFiling(personal: PersonalFiling | null): PersonalFiling | null {
  if (!personal) return null;
  const { applicants, authorised, papers, note } = personal;
  return { applicants, authorised, papers, note };
}

const changes: Changes<EventType> = {
  ...beginningChanges,
  ...takenOverChanges,
  ...handlingChanges,
  ...waitingChanges,
  ...endingChanges,
};

function change<T extends EventType>(dossier: Dossier, event: EventOf<T>): Change {
  const of = changes[event.type as T] as Changes<T>[T];
  return of(dossier, event);
}
