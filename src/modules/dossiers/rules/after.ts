import type { Instant } from '#kernel/instant.ts';
import type { Clock, Dossier, Task } from './dossier.ts';
import type { ClockFacts, DossierEvent, EventOf, PlannedStep } from './event.ts';
import type { PersonalFiling } from './filing.ts';

type Beginning = EventOf<'submitted' | 'accepted' | 'correction-asked' | 'not-accepted'>;
type Change = Partial<Dossier>;

const NO_CLOCK: Clock = {
  state: 'none',
  countsFrom: null,
  dueAt: null,
  certain: true,
  remaining: null,
  stoppedAt: null,
};

/** The dossier after one more event. Pure, total over the events; the place where history becomes state. */
export function after(dossier: Dossier | null, event: DossierEvent, id: string): Dossier {
  const before = isBeginning(event) ? begun(dossier, event, id) : dossier;
  if (!before) throw new Error(`a history cannot begin with ${event.type}`);
  return { ...before, ...change(before, event), seq: event.seq, updatedAt: event.at };
}

function isBeginning(event: DossierEvent): event is Beginning {
  return ['submitted', 'accepted', 'correction-asked', 'not-accepted'].includes(event.type);
}

/** These four can begin a history, or follow a submission and carry what was filed then. */
function begun(dossier: Dossier | null, event: Beginning, id: string): Dossier {
  const { filing, reference, draftId } = event.body;
  const common = { filing, personal: personalFiling(event.personal) ?? null };
  if (dossier) return { ...dossier, ...common };
  return {
    ...common,
    id,
    reference,
    draftId,
    seq: event.seq,
    number: null,
    state: 'submitted',
    outcome: null,
    submittedAt: null,
    receivedAt: null,
    firstDueAt: null,
    clock: NO_CLOCK,
    processKey: null,
    steps: [],
    stepIndex: null,
    task: 'review',
    holder: null,
    heldBefore: null,
    supplements: 0,
    guidance: null,
    draft: null,
    resultPaperId: null,
    resultNumber: null,
    receiptIds: [],
    paperIds: [],
    endedAt: null,
    returnedAt: null,
    updatedAt: event.at,
  };
}

function personalFiling(personal: PersonalFiling | null): PersonalFiling | null {
  if (!personal) return null;
  const { applicants, authorised, papers, note } = personal;
  return { applicants, authorised, papers, note };
}

function change(dossier: Dossier, event: DossierEvent): Change {
  switch (event.type) {
    case 'submitted':
      return { state: 'submitted', submittedAt: event.at, ...atOneStop(dossier, event.at, 'review') };
    case 'accepted':
      return accepted(dossier, event);
    case 'correction-asked':
      return {
        state: 'correction-asked',
        guidance: event.personal && { items: event.personal.items, reason: event.personal.reason },
        paperIds: [...dossier.paperIds, event.body.paperId],
        ...atOneStop(dossier, event.at, 'await-correction'),
      };
    case 'not-accepted':
      return {
        ...ended(dossier, event.at),
        state: 'not-accepted',
        paperIds: [...dossier.paperIds, event.body.paperId],
      };
    case 'data-corrected':
      return { personal: event.personal?.filing ?? null };
    case 'withdrawn':
      return { ...ended(dossier, event.at), state: 'withdrawn' };
    case 'stopped':
      return { ...ended(dossier, event.at), state: 'stopped' };
    case 'personal-erased':
      return { personal: null, guidance: null, draft: null };
    default:
      return handled(dossier, event);
  }
}

type Handling = Exclude<
  DossierEvent,
  Beginning | EventOf<'data-corrected' | 'withdrawn' | 'stopped' | 'personal-erased'>
>;

function handled(dossier: Dossier, event: Handling): Change {
  switch (event.type) {
    case 'forwarded':
      return { state: 'in-progress', ...atStep(dossier.steps, event.body.stepIndex, event.at) };
    case 'receipt-confirmed':
      return { task: 'start' };
    case 'step-started':
      return { task: 'work', holder: heldBy(dossier, event.body.accountId, event.at) };
    case 'step-finished':
      return {
        ...atStep(dossier.steps, event.body.stepIndex + 1, event.at),
        draft: event.personal?.draft ?? dossier.draft,
      };
    case 'step-returned':
      return atStep(dossier.steps, event.body.toIndex, event.at);
    case 'reassigned':
      return {
        task: dossier.task === 'confirm-receipt' ? 'start' : dossier.task,
        holder: heldBy(dossier, event.body.accountId, event.at),
      };
    default:
      return answered(dossier, event);
  }
}

type Answering = Exclude<
  Handling,
  EventOf<
    'forwarded' | 'receipt-confirmed' | 'step-started' | 'step-finished' | 'step-returned' | 'reassigned'
  >
>;

function answered(dossier: Dossier, event: Answering): Change {
  switch (event.type) {
    case 'supplement-asked':
      return supplementAsked(dossier, event);
    case 'supplement-announced':
      return { task: 'await-supplement' };
    case 'supplement-received':
      return supplementReceived(dossier, event);
    case 'decided':
      return decided(dossier, event);
    case 'decision-taken-back':
      return takenBack(dossier, event);
    case 'handed-over':
      return { state: 'returned', task: 'none', holder: null, returnedAt: event.at };
  }
}

function accepted(dossier: Dossier, event: EventOf<'accepted'>): Change {
  const { number, clock, steps, receiptId, processKey } = event.body;
  return {
    state: 'accepted',
    number,
    receivedAt: clock.receivedAt,
    firstDueAt: clock.dueAt,
    clock: running(clock),
    processKey,
    steps,
    stepIndex: 0,
    guidance: null,
    receiptIds: [receiptId],
    paperIds: [...dossier.paperIds, receiptId],
    ...atOneStop(dossier, event.at, 'forward'),
  };
}

function running(facts: ClockFacts): Clock {
  const { receivedAt, dueAt, certain, remaining } = facts;
  return { state: 'running', countsFrom: receivedAt, dueAt, certain, remaining, stoppedAt: null };
}

function supplementAsked(dossier: Dossier, event: EventOf<'supplement-asked'>): Change {
  const { holder } = dossier;
  return {
    state: 'awaiting-supplement',
    supplements: event.body.count,
    guidance: event.personal,
    clock: { ...dossier.clock, state: 'stopped', dueAt: null, stoppedAt: event.at },
    heldBefore: holder && { officeId: holder.officeId, accountId: holder.accountId },
    paperIds: [...dossier.paperIds, event.body.paperId],
    ...atOneStop(dossier, event.at, 'announce-supplement'),
  };
}

function supplementReceived(dossier: Dossier, event: EventOf<'supplement-received'>): Change {
  const { clock, steps, receiptId } = event.body;
  const back = dossier.heldBefore;
  const papers = event.personal?.papers ?? [];
  return {
    state: 'in-progress',
    clock: running(clock),
    steps,
    personal: dossier.personal && { ...dossier.personal, papers: [...dossier.personal.papers, ...papers] },
    guidance: null,
    heldBefore: null,
    task: back?.accountId ? 'work' : 'start',
    holder: back && { ...back, since: event.at },
    receiptIds: [...dossier.receiptIds, receiptId],
    paperIds: [...dossier.paperIds, receiptId],
  };
}

function decided(dossier: Dossier, event: EventOf<'decided'>): Change {
  const { outcome, resultPaperId, resultNumber } = event.body;
  return {
    state: 'decided',
    outcome,
    resultPaperId,
    resultNumber,
    draft: event.personal?.result ?? dossier.draft,
    clock: { ...dossier.clock, state: 'ended' },
    endedAt: event.at,
    stepIndex: dossier.steps.findIndex((step) => step.kind === 'return'),
    task: 'hand-over',
    holder: { officeId: dossier.filing.returnOfficeId, accountId: null, since: event.at },
    paperIds: [...dossier.paperIds, resultPaperId],
  };
}

/** The clock goes on as if it had not been decided. */
function takenBack(dossier: Dossier, event: EventOf<'decision-taken-back'>): Change {
  return {
    state: 'in-progress',
    outcome: null,
    resultPaperId: null,
    resultNumber: null,
    endedAt: null,
    clock: { ...dossier.clock, state: 'running' },
    ...atStep(
      dossier.steps,
      dossier.steps.findIndex((step) => step.kind === 'sign'),
      event.at,
    ),
  };
}

function ended(dossier: Dossier, at: Instant): Change {
  return {
    task: 'none',
    holder: null,
    endedAt: at,
    clock: { ...dossier.clock, state: dossier.clock.state === 'none' ? 'none' : 'ended' },
  };
}

function atOneStop(dossier: Dossier, at: Instant, task: Task): Change {
  return { task, holder: { officeId: dossier.filing.intakeOfficeId, accountId: null, since: at } };
}

/** A leader signs without a separate confirmation: the signature is the act. */
function atStep(steps: readonly PlannedStep[], index: number, at: Instant): Change {
  const step = steps[index];
  if (!step) throw new Error(`the process has no step ${index}`);
  return {
    stepIndex: index,
    task: step.kind === 'sign' ? 'decide' : 'confirm-receipt',
    holder: { officeId: step.officeId, accountId: null, since: at },
  };
}

function heldBy(dossier: Dossier, accountId: string, at: Instant): Dossier['holder'] {
  if (!dossier.holder) throw new Error('nobody holds it');
  return { officeId: dossier.holder.officeId, accountId, since: at };
}
