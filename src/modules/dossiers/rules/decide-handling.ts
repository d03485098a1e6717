import { postsOf } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Facts, Inputs } from './command.ts';
import { type Deciders, type Made, reasonMissing } from './decider.ts';
import { currentStep, type Dossier, mayAnswer } from './dossier.ts';

type Handling =
  | 'forward'
  | 'confirm-receipt'
  | 'refuse-receipt'
  | 'start-step'
  | 'finish-step'
  | 'return-step'
  | 'reassign'
  | 'ask-opinion'
  | 'answer-opinion';

/** From hand to hand, and who is asked on the way. */
export const handling: Deciders<Handling> = {
  forward: (_, { note, late }) =>
    accepted({ type: 'forwarded', body: { stepIndex: 1, late }, personal: { note } }),
  'confirm-receipt': (dossier) =>
    accepted({ type: 'receipt-confirmed', body: { stepIndex: stepOf(dossier) }, personal: null }),
  'refuse-receipt': refuseReceipt,
  'start-step': (dossier, _, { actor, post }) =>
    accepted({
      type: 'step-started',
      body: { stepIndex: stepOf(dossier), accountId: post.insteadOf?.accountId ?? actor.accountId },
      personal: null,
    }),
  'finish-step': (dossier, { note, draft }) =>
    accepted({ type: 'step-finished', body: { stepIndex: stepOf(dossier) }, personal: { note, draft } }),
  'return-step': returnStep,
  reassign: (dossier, { accountId, name, reason }) =>
    dossier.holder?.accountId === accountId
      ? refused('dossiers/already-holds', { name }, 'accountId')
      : accepted({ type: 'reassigned', body: { accountId, name }, personal: { reason } }),
  'ask-opinion': askOpinion,
  'answer-opinion': answerOpinion,
};

function stepOf(dossier: Dossier): number {
  if (dossier.stepIndex === null) throw new Error('a dossier in progress is at a step');
  return dossier.stepIndex;
}

/** Given back to who handed it over, naming the paper that is not there; both stand on the control slip. */
function refuseReceipt(dossier: Dossier, { missing }: Inputs['refuse-receipt']): Outcome<Made> {
  if (!missing.trim()) return refused('dossiers/missing-paper-not-named', undefined, 'missing');
  const stepIndex = stepOf(dossier);
  const body = { stepIndex, toIndex: Math.max(0, stepIndex - 1) };
  return accepted({ type: 'receipt-refused', body, personal: { missing } });
}

/** Back to an earlier step of handling; the time stays with each who held it. */
function returnStep(dossier: Dossier, { toIndex, reason }: Inputs['return-step']): Outcome<Made> {
  const fromIndex = stepOf(dossier);
  if (!reason.trim()) return reasonMissing();
  if (toIndex < 1 || toIndex >= fromIndex || !dossier.steps[toIndex])
    return refused('dossiers/no-earlier-step', { step: currentStep(dossier)?.name ?? '' }, 'toIndex');
  return accepted({ type: 'step-returned', body: { fromIndex, toIndex }, personal: { reason } });
}

/** The asked office answers for its own time: the clock of the dossier runs on (NĐ 61/2018 Điều 19 khoản 5). */
function askOpinion(
  dossier: Dossier,
  { officeId, officeName, outside, question, answerBy, suspends, still, effects }: Inputs['ask-opinion'],
  { now }: Facts,
): Outcome<Made> {
  if (!question.trim()) return refused('dossiers/question-missing', undefined, 'question');
  if (answerBy < now.slice(0, 10)) return refused('dossiers/answer-date-past', undefined, 'answerBy');
  if (!outside && officeId === dossier.holder?.officeId)
    return refused('dossiers/own-opinion', { office: officeName }, 'officeId');
  const open = dossier.opinions.filter(({ answeredAt }) => answeredAt === null);
  // of a kind of body several may be waited for, two courts or two experts; the same again is a press too many
  if (outside && open.some((one) => one.outside === outside && one.answerBy === answerBy))
    return refused('dossiers/outside-open', { body: officeName }, 'answerBy');
  if (!outside && open.some((one) => one.outside === null && one.officeId === officeId))
    return refused('dossiers/opinion-open', { office: officeName }, 'officeId');
  const whom = outside ? { officeId, officeName, outside } : { officeId, officeName };
  const asked = { order: dossier.opinions.length + 1, ...whom, answerBy };
  if (!suspends) return accepted({ type: 'opinion-asked', body: asked, personal: { question } });
  const { effect, basis } = effects.opinion;
  if (effect !== 'suspend') return refused('dossiers/opinion-counts', undefined, 'suspends');
  const { clock, nationalDueAt } = still;
  const isOver = clock.dueAt !== null; // before it was asked: nothing is left that could stand still
  if (isOver) return refused('dossiers/nothing-left-to-suspend', undefined, 'suspends');
  const body = { ...asked, suspends: { basis, clock }, nationalDueAt };
  return accepted({ type: 'opinion-asked', body, personal: { question } });
}

function answerOpinion(
  dossier: Dossier,
  { order, answer, goesOn }: Inputs['answer-opinion'],
  { actor }: Facts,
): Outcome<Made> {
  const opinion = dossier.opinions.find((one) => one.order === order && one.answeredAt === null);
  if (!opinion || !postsOf(actor).some((post) => mayAnswer(dossier, opinion, post.officeId)))
    return refused('dossiers/no-open-opinion');
  if (!answer.trim()) return refused('dossiers/answer-missing', undefined, 'answer');
  const { officeName, outside } = opinion;
  const body = outside ? { order, officeName, outside } : { order, officeName };
  if (!goesOn || !goesOnWith(dossier, order))
    return accepted({ type: 'opinion-answered', body, personal: { answer } });
  const { clock, steps, nationalDueAt } = goesOn;
  return accepted({
    ...{ type: 'opinion-answered' as const, personal: { answer } },
    body: { ...body, goesOn: { clock, steps }, nationalDueAt },
  });
}

/** Whether the clock stands still for this opinion and for no other. */
export function goesOnWith({ opinions }: Dossier, order: number): boolean {
  const waits = opinions.filter(({ suspends, answeredAt }) => suspends && answeredAt === null);
  return waits.length === 1 && waits[0]?.order === order;
}
