import { atOneStop, type Change, type Changes, ended, running } from './change.ts';
import type { Dossier } from './dossier.ts';
import type { EventOf } from './event.ts';
import { NO_NATIONAL } from './national-clock.ts';

type Begins =
  | 'submitted'
  | 'accepted'
  | 'correction-asked'
  | 'not-accepted'
  | 'data-corrected'
  | 'procedure-corrected'
  | 'acceptance-annulled';

/** At the counter. */
export const beginningChanges: Changes<Begins> = {
  submitted: (dossier, { at }) => ({
    state: 'submitted',
    submittedAt: at,
    ...atOneStop(dossier, at, 'review'),
  }),
  accepted: (dossier, event) => ({
    state: 'accepted',
    number: event.body.number,
    receivedAt: event.body.clock.receivedAt,
    firstDueAt: event.body.clock.dueAt,
    guidance: null,
    ...planned(dossier, event),
  }),
  'correction-asked': (dossier, event) => ({
    state: 'correction-asked',
    guidance: event.personal && { items: event.personal.items, reason: event.personal.reason },
    paperIds: [...dossier.paperIds, event.body.paperId],
    ...atOneStop(dossier, event.at, 'await-correction'),
  }),
  'not-accepted': (dossier, event) => ({
    ...ended(dossier, event.at),
    state: 'not-accepted',
    paperIds: [...dossier.paperIds, event.body.paperId],
  }),
  'data-corrected': (_, event) => ({ personal: event.personal?.filing ?? null }),
  'procedure-corrected': procedureCorrected,
  'acceptance-annulled': (dossier, { at }) => ({ ...ended(dossier, at), state: 'not-accepted' }),
};

/** Counted from the same receipt; what was left out of the limit since then stays left out. */
function procedureCorrected(dossier: Dossier, event: EventOf<'procedure-corrected'>): Change {
  const { filing, pauses = [], clock } = event.body;
  return {
    filing,
    ...planned(dossier, event),
    clock: { ...running(clock), pauses },
    national: { ...NO_NATIONAL, dueAt: clock.dueAt, pauses },
  };
}

/** The clock, the steps and the receipt that promises them; the one-stop forwards it next. */
function planned(dossier: Dossier, event: EventOf<'accepted' | 'procedure-corrected'>): Change {
  const { clock, steps, receiptId, processKey } = event.body;
  return {
    clock: running(clock),
    national: { ...NO_NATIONAL, dueAt: clock.dueAt },
    knownDueAt: null,
    processKey,
    steps,
    stepIndex: 0,
    plannedFrom: 0,
    receiptIds: [...dossier.receiptIds, receiptId],
    paperIds: [...dossier.paperIds, receiptId],
    ...atOneStop(dossier, event.at, 'forward'),
  };
}
