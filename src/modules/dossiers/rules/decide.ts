import type { HeldPost } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { actingPost, mayCommand } from './access.ts';
import type { Acceptance, AcceptFacts, Facts, FilingFacts, Inputs, LaterCommand } from './command.ts';
import { currentStep, type Dossier } from './dossier.ts';
import type { Author, Guidance, NewEvent } from './event.ts';
import { transitions } from './transitions.ts';

type Events = Outcome<readonly NewEvent[]>;

function author(facts: Facts, post: HeldPost): Author {
  const { accountId, name } = facts.actor;
  return { accountId, officeId: post.officeId, name, officeName: post.officeName };
}

type BeginCommand = 'submit' | 'accept' | 'ask-for-correction' | 'not-accept';

/** A post at the one-stop of intake, and, when the dossier is there already, a state that allows it. */
function mayBegin(dossier: Dossier | null, command: BeginCommand, facts: AcceptFacts): Outcome<HeldPost> {
  if (dossier) return mayCommand(dossier, command, facts.actor);
  const post = actingPost(facts.actor, transitions[command].roles, facts.filing.intakeOfficeId);
  return post ? accepted(post) : refused('dossiers/not-your-post', { command });
}

function begin(facts: FilingFacts) {
  const { filing, reference, draftId } = facts;
  return { filing, reference, draftId };
}

/** An officer files on behalf of the person, or the post brings it; it waits for review at the one-stop. */
export function submit(facts: AcceptFacts): Events {
  const post = mayBegin(null, 'submit', facts);
  if (!post.ok) return post;
  const by = author(facts, post.value);
  return accepted([{ type: 'submitted', at: facts.now, by, body: begin(facts), personal: facts.personal }]);
}

/** Citizens act in their own name, which is personal: the chain says only that it was a citizen. */
export const citizen: Author = { accountId: null, officeId: null, name: '', officeName: '' };

/**
 * The person files online, without a post and without an account; it waits for review at the one-stop.
 * Refusals: `dossiers/online-only` (any other channel goes over a counter or the post).
 */
export function submitOnline(facts: FilingFacts): Events {
  const { channel, assisted } = facts.filing;
  if (channel !== 'online' || assisted) return refused('dossiers/online-only', undefined, 'channel');
  return accepted([
    { type: 'submitted', at: facts.now, by: citizen, body: begin(facts), personal: facts.personal },
  ]);
}

/** The moment that starts everything: number, due date, receipt (NĐ 61/2018 Điều 17; NĐ 118/2025). */
export function accept(dossier: Dossier | null, facts: AcceptFacts, acceptance: Acceptance): Events {
  const post = mayBegin(dossier, 'accept', facts);
  if (!post.ok) return post;
  const by = author(facts, post.value);
  const body = { ...begin(facts), ...acceptance };
  return accepted([{ type: 'accepted', at: facts.now, by, body, personal: facts.personal }]);
}

/** One complete list with reasons, once (NĐ 61/2018 Điều 11 khoản 2 điểm c). */
export function askForCorrection(
  dossier: Dossier | null,
  facts: AcceptFacts,
  guidance: Guidance,
  paperId: string,
): Events {
  const post = mayBegin(dossier, 'ask-for-correction', facts);
  if (!post.ok) return post;
  if (guidance.items.length === 0) return refused('dossiers/nothing-asked', undefined, 'items');
  const by = author(facts, post.value);
  const personal = { ...facts.personal, ...guidance };
  return accepted([
    { type: 'correction-asked', at: facts.now, by, body: { ...begin(facts), paperId }, personal },
  ]);
}

export function notAccept(
  dossier: Dossier | null,
  facts: AcceptFacts,
  reason: string,
  paperId: string,
): Events {
  const post = mayBegin(dossier, 'not-accept', facts);
  if (!post.ok) return post;
  if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
  const by = author(facts, post.value);
  const personal = { ...facts.personal, reason };
  return accepted([
    { type: 'not-accepted', at: facts.now, by, body: { ...begin(facts), paperId }, personal },
  ]);
}

/** Decides a command on a dossier that is there: `Accepted` with the events it makes, or `Refused`. */
export function decide<C extends LaterCommand>(
  dossier: Dossier,
  command: C,
  input: Inputs[C],
  facts: Facts,
): Events {
  const post = mayCommand(dossier, command, facts.actor);
  if (!post.ok) return post;
  const decider = deciders[command] as Decider<C>;
  const made = decider(dossier, input, facts);
  if (!made.ok) return made;
  return accepted([{ ...made.value, at: facts.now, by: author(facts, post.value) } as NewEvent]);
}

type Made = Omit<NewEvent, 'at' | 'by'>;
type Decider<C extends LaterCommand> = (dossier: Dossier, input: Inputs[C], facts: Facts) => Outcome<Made>;

const deciders: { readonly [C in LaterCommand]: Decider<C> } = {
  'correct-data': (dossier, { filing, reason }) => {
    if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
    const fields = changedFields(dossier, filing);
    if (fields.length === 0) return refused('dossiers/nothing-changed');
    return accepted({ type: 'data-corrected', body: { fields }, personal: { filing, reason } });
  },
  forward: (_, { note, late }) =>
    accepted({ type: 'forwarded', body: { stepIndex: 1, late }, personal: { note } }),
  'confirm-receipt': (dossier) =>
    accepted({ type: 'receipt-confirmed', body: { stepIndex: stepOf(dossier) }, personal: null }),
  'start-step': (dossier, _, { actor }) =>
    accepted({
      type: 'step-started',
      body: { stepIndex: stepOf(dossier), accountId: actor.accountId },
      personal: null,
    }),
  'finish-step': (dossier, { note, draft }) =>
    accepted({ type: 'step-finished', body: { stepIndex: stepOf(dossier) }, personal: { note, draft } }),
  'return-step': returnStep,
  reassign: (dossier, { accountId, name, reason }) =>
    dossier.holder?.accountId === accountId
      ? refused('dossiers/already-holds', { name }, 'accountId')
      : accepted({ type: 'reassigned', body: { accountId, name }, personal: { reason } }),
  'ask-for-supplement': askForSupplement,
  'announce-supplement': (_, { by, note }) =>
    accepted({ type: 'supplement-announced', body: { by }, personal: { note } }),
  'receive-supplement': (_, { papers, note, ...body }) =>
    papers.length === 0
      ? refused('dossiers/no-paper-received', undefined, 'papers')
      : accepted({ type: 'supplement-received', body, personal: { papers, note } }),
  decide: (_, { result, note, ...body }) =>
    result.content.trim()
      ? accepted({ type: 'decided', body, personal: { result, note } })
      : refused('dossiers/result-empty', undefined, 'content'),
  'take-back': takeBack,
  'hand-over': (_, { by, receiver, toAuthorised, proof }) =>
    receiver.name.trim()
      ? accepted({ type: 'handed-over', body: { by, toAuthorised }, personal: { receiver, proof } })
      : refused('dossiers/receiver-missing', undefined, 'receiverName'),
  withdraw: (_, { reason, originalsReturned, receiver }) =>
    reason.trim()
      ? accepted({ type: 'withdrawn', body: { originalsReturned }, personal: { reason, receiver } })
      : refused('dossiers/reason-missing', undefined, 'reason'),
  stop: (_, { basis, reason }) => {
    if (!basis.trim()) return refused('dossiers/basis-missing', undefined, 'basis');
    if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
    return accepted({ type: 'stopped', body: { basis }, personal: { reason } });
  },
  erase,
};

const paperNumber = /^[\p{L}\d][\p{L}\d./-]{1,59}$/u;

/** A person's wish cannot empty what archive law keeps: a dossier that was accepted (Luật 91/2025/QH15). */
function erase(dossier: Dossier, { ground, order }: Inputs['erase']): Outcome<Made> {
  if (!ground) return refused('dossiers/ground-missing', undefined, 'ground');
  if (ground === 'person-asks' && dossier.number)
    return refused('dossiers/kept-by-archive-law', undefined, 'ground');
  if (!paperNumber.test(order)) return refused('dossiers/order-missing', undefined, 'order');
  return accepted({ type: 'personal-erased', body: { ground, order }, personal: null });
}

function stepOf(dossier: Dossier): number {
  if (dossier.stepIndex === null) throw new Error('a dossier in progress is at a step');
  return dossier.stepIndex;
}

/** Back to an earlier step of handling; the time stays with each who held it. */
function returnStep(dossier: Dossier, { toIndex, reason }: Inputs['return-step']): Outcome<Made> {
  const fromIndex = stepOf(dossier);
  if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
  if (toIndex < 1 || toIndex >= fromIndex || !dossier.steps[toIndex])
    return refused('dossiers/no-earlier-step', { step: currentStep(dossier)?.name ?? '' }, 'toIndex');
  return accepted({ type: 'step-returned', body: { fromIndex, toIndex }, personal: { reason } });
}

/** Once per regime; a second one needs a leader's reason and signature (NĐ 61/2018 Điều 11, 19). */
function askForSupplement(
  dossier: Dossier,
  { items, reason, late, paperId }: Inputs['ask-for-supplement'],
  { actor }: Facts,
): Outcome<Made> {
  if (items.length === 0) return refused('dossiers/nothing-asked', undefined, 'items');
  if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
  const leads = actor.posts.some((post) => post.role === 'signing-leader' || post.role === 'unit-leader');
  if (dossier.supplements > 0 && !leads) return refused('dossiers/second-supplement');
  const body = { count: dossier.supplements + 1, late, paperId };
  return accepted({ type: 'supplement-asked', body, personal: { items, reason } });
}

function takeBack(dossier: Dossier, { reason }: Inputs['take-back']): Outcome<Made> {
  const { resultPaperId, resultNumber } = dossier;
  if (!resultPaperId || !resultNumber) throw new Error('decided without a result');
  if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
  return accepted({
    type: 'decision-taken-back',
    body: { resultPaperId, resultNumber },
    personal: { reason },
  });
}

function changedFields(dossier: Dossier, filing: Inputs['correct-data']['filing']): string[] {
  const { personal } = dossier;
  const keys = ['applicants', 'authorised', 'papers', 'note'] as const;
  return keys.filter((key) => JSON.stringify(personal?.[key]) !== JSON.stringify(filing[key]));
}
