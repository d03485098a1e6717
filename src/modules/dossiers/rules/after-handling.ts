import { atOneStop, atStep, type Change, type Changes, heldBy } from './change.ts';
import type { Dossier } from './dossier.ts';
import type { EventOf } from './event.ts';

type Handles =
  | 'forwarded'
  | 'receipt-confirmed'
  | 'receipt-refused'
  | 'step-started'
  | 'step-finished'
  | 'step-returned'
  | 'reassigned'
  | 'slip-printed'
  | 'opinion-asked'
  | 'opinion-answered';

/** From hand to hand. */
export const handlingChanges: Changes<Handles> = {
  forwarded: (dossier, { at, body }) => ({
    state: 'in-progress',
    ...atStep(dossier.steps, body.stepIndex, at),
  }),
  'receipt-confirmed': () => ({ task: 'start' }),
  'receipt-refused': receiptRefused,
  'step-started': (dossier, { at, body }) => ({ task: 'work', holder: heldBy(dossier, body.accountId, at) }),
  'step-finished': (dossier, { at, body, personal }) => ({
    ...atStep(dossier.steps, body.stepIndex + 1, at),
    stepFinished: true,
    draft: personal?.draft ?? dossier.draft,
  }),
  'step-returned': (dossier, { at, body }) => atStep(dossier.steps, body.toIndex, at),
  reassigned: (dossier, { at, body }) => ({
    task: dossier.task === 'confirm-receipt' ? 'start' : dossier.task,
    holder: heldBy(dossier, body.accountId, at),
  }),
  'slip-printed': ({ paperIds }, { body }) => ({ paperIds: [...paperIds, body.paperId] }),
  'opinion-asked': (dossier, { at, body }) => ({
    opinions: [...dossier.opinions, { ...body, askedAt: at, answeredAt: null }],
  }),
  'opinion-answered': (dossier, { at, body }) => ({
    opinions: dossier.opinions.map((one) => (one.order === body.order ? { ...one, answeredAt: at } : one)),
  }),
};

/** Back with who handed it over: they had it in hand before, so they need not confirm it again. */
function receiptRefused(dossier: Dossier, { at, body }: EventOf<'receipt-refused'>): Change {
  if (body.toIndex === 0) return { stepIndex: 0, ...atOneStop(dossier, at, 'forward') };
  return { ...atStep(dossier.steps, body.toIndex, at), task: 'start' };
}
