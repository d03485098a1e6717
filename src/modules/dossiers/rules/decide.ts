import { type Actor, type HeldPost, postAt } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { mayCommand } from './access.ts';
import type { Acceptance, AcceptFacts, Facts, FilingFacts, Inputs, LaterCommand } from './command.ts';
import { corrections } from './decide-corrections.ts';
import { endings } from './decide-endings.ts';
import { handling } from './decide-handling.ts';
import { waiting } from './decide-waiting.ts';
import type { Decider, Deciders } from './decider.ts';
import type { Dossier } from './dossier.ts';
import type { Author, Guidance, NewEvent } from './event.ts';
import { insteadBy } from './instead.ts';
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
  const { actor, filing } = facts;
  const post = postAt(actor, transitions[command].roles, filing.intakeOfficeId, filing.procedure);
  return post ? accepted(post) : refused('dossiers/not-your-post', { command });
}

function begin(facts: FilingFacts, post?: HeldPost) {
  const { filing, reference, draftId, training, groupId } = facts;
  return {
    filing,
    reference,
    draftId,
    ...(training ? ({ training } as const) : {}),
    ...(groupId ? { groupId } : {}),
    ...acting(post),
  };
}

/** An event says for whom it was done, when it was not done in the person's own right. */
function acting(post?: HeldPost) {
  const instead = post && insteadBy(post);
  return instead ? { instead } : {};
}

/** An officer files on behalf of the person, or the post brings it; it waits for review at the one-stop. */
export function submit(dossier: Dossier | null, facts: AcceptFacts): Events {
  const post = mayBegin(dossier, 'submit', facts);
  if (!post.ok) return post;
  const by = author(facts, post.value);
  return accepted([
    { type: 'submitted', at: facts.now, by, body: begin(facts, post.value), personal: facts.personal },
  ]);
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
  const body = { ...begin(facts, post.value), ...acceptance };
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
    { type: 'correction-asked', at: facts.now, by, body: { ...begin(facts, post.value), paperId }, personal },
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
    { type: 'not-accepted', at: facts.now, by, body: { ...begin(facts, post.value), paperId }, personal },
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
  const decider: Decider<C> = deciders[command];
  const made = decider(dossier, input, { ...facts, post: post.value });
  if (!made.ok) return made;
  const body = { ...made.value.body, ...acting(post.value) };
  return accepted([{ ...made.value, body, at: facts.now, by: author(facts, post.value) } as NewEvent]);
}

const deciders: Deciders<LaterCommand> = { ...corrections, ...handling, ...waiting, ...endings };

/** The control slip as the history stands: nothing of the dossier changes, the chain holds what the paper says. */
export function slipPrinted(actor: Actor, post: HeldPost, at: Instant, paperId: string): NewEvent {
  const by = author({ actor, now: at }, post);
  return { type: 'slip-printed', at, by, body: { paperId, ...acting(post) }, personal: null };
}
