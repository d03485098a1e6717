import { atStep, type Change, type Changes, ended } from './change.ts';
import { type Dossier, isOpen, suspendingOpinion } from './dossier.ts';
import type { EventOf } from './event.ts';

type Ends =
  | 'decided'
  | 'signed-by-hand'
  | 'decision-taken-back'
  | 'result-announced'
  | 'handed-over'
  | 'withdrawn'
  | 'stopped'
  | 'closed-for-silence'
  | 'late-cause-corrected'
  | 'personal-erased';

export const endingChanges: Changes<Ends> = {
  decided: (dossier, event) => ({
    ...ready(dossier, event),
    outcome: event.body.outcome,
    resultPaperId: event.body.resultPaperId,
    draft: event.personal?.result ?? dossier.draft,
    paperIds: [...dossier.paperIds, event.body.resultPaperId],
  }),
  'signed-by-hand': (dossier, event) => ({ ...ready(dossier, event), outcome: 'granted' }),
  'decision-taken-back': takenBack,
  'result-announced': ({ told }, { at, body }) => ({
    told: { times: (told?.times ?? 0) + 1, at, outcome: body.outcome },
  }),
  'handed-over': (_, { at }) => ({ state: 'returned', task: 'none', holder: null, returnedAt: at }),
  withdrawn: (dossier, { at }) => ({ ...ended(dossier, at), state: 'withdrawn' }),
  stopped: (dossier, { at, body }) => ({
    ...ended(dossier, at),
    state: 'stopped',
    paperIds: body.paperId ? [...dossier.paperIds, body.paperId] : dossier.paperIds,
  }),
  'closed-for-silence': (dossier, { at, body }) => ({
    ...ended(dossier, at),
    state: 'stopped',
    paperIds: [...dossier.paperIds, body.paperId],
  }),
  'late-cause-corrected': () => ({}),
  'personal-erased': (dossier, { at, body }) => ({
    ...(body.ground === 'training-over' && isOpen(dossier)
      ? { ...ended(dossier, at), state: 'stopped' }
      : {}),
    ...{ personal: null, guidance: null, draft: null },
  }),
};

/** The result waits for the citizen; the clock has ended. */
function ready(dossier: Dossier, { at, body }: EventOf<'decided' | 'signed-by-hand'>): Change {
  return {
    state: 'decided',
    resultNumber: body.resultNumber,
    clock: { ...dossier.clock, state: 'ended' },
    endedAt: at,
    stepIndex: dossier.steps.findIndex((step) => step.kind === 'return'),
    task: 'hand-over',
    holder: { officeId: dossier.filing.returnOfficeId, accountId: null, since: at },
  };
}

/** The clock goes on as if it had not been decided. */
function takenBack(dossier: Dossier, { at }: EventOf<'decision-taken-back'>): Change {
  const signing = dossier.steps.findIndex((step) => step.kind === 'sign');
  return {
    state: 'in-progress',
    outcome: null,
    resultPaperId: null,
    resultNumber: null,
    told: null,
    endedAt: null,
    clock: { ...dossier.clock, state: suspendingOpinion(dossier) ? 'suspended' : 'running' },
    ...atStep(dossier.steps, signing, at),
  };
}
