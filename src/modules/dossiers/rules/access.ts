import { type Actor, covers, type HeldPost, postsOf, type Role } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { currentStep, type Dossier, mayAnswer } from './dossier.ts';
import { isPossible } from './possible.ts';
import { type CommandName, commandNames, type Place, type Transition, transitions } from './transitions.ts';

/** What access is decided on; the row and the folded dossier both have it. */
export interface Whereabouts {
  readonly agencyId: string;
  readonly intakeOfficeId: string;
  readonly returnOfficeId: string;
  readonly procedure: { readonly code: string; readonly field: string };
  /** Offices that hold or have held it. */
  readonly involvedOfficeIds: readonly string[];
}

/** The leadership's own leaders; those who sign for a section or an outside office see what went through it. */
const seesWholeAgency = ({ role, leads }: HeldPost): boolean =>
  (role === 'signing-leader' && leads) || role === 'inspector' || role === 'data-protection-officer';
const noReading: readonly Role[] = [
  'system-administrator',
  'catalogue-manager',
  'calendar-manager',
  'service-account',
];

/**
 * Who may read a dossier: the one-stop that took it in or returns it, the offices that hold or held it, and the
 * leaders of the agency, its inspectors and data-protection officer. To anyone else it does not exist.
 */
export function mayRead(actor: Actor, where: Whereabouts): boolean {
  return readingPost(actor, where) !== undefined;
}

/** The post by which a person may read a dossier: that of an office concerned before one that reads everything. */
export function readingPost(actor: Actor, where: Whereabouts): HeldPost | undefined {
  const concerned = [where.intakeOfficeId, where.returnOfficeId, ...where.involvedOfficeIds];
  const posts = postsOf(actor).filter((post) => covers(post, where.procedure));
  return (
    posts.find((post) => !noReading.includes(post.role) && concerned.includes(post.officeId)) ??
    posts.find((post) => seesWholeAgency(post) && post.agencyId === where.agencyId)
  );
}

/**
 * The same rule for lists: whole agencies, and offices, whose dossiers a person may read. What is delegated for some
 * procedures only is not listed: it stands in the signing folder.
 */
export function readableOffices(actor: Actor): {
  agencyIds: readonly string[];
  officeIds: readonly string[];
} {
  const whole = postsOf(actor).filter((post) => covers(post));
  const reading = whole.filter((post) => !noReading.includes(post.role));
  return {
    agencyIds: reading.filter(seesWholeAgency).map((post) => post.agencyId),
    officeIds: reading.map((post) => post.officeId),
  };
}

/**
 * May this person give this command now? Refusals: `wrong-state` (with the state it is in), `not-its-turn` (the
 * step is at another point), `erased-already`, `not-your-post` (another post or office does this),
 * `no-right-to-sign` (a delegation is needed), `held-by-another`.
 */
export function mayCommand(dossier: Dossier, command: CommandName, actor: Actor): Outcome<HeldPost> {
  const rule: Transition = transitions[command];
  if (!rule.from.includes(dossier.state))
    return refused('dossiers/wrong-state', { command, state: dossier.state });
  if (rule.tasks && !rule.tasks.includes(dossier.task))
    return refused('dossiers/not-its-turn', { command, task: dossier.task });
  if (command === 'erase' && !dossier.personal) return refused('dossiers/erased-already');
  const posts = postsAt(dossier, rule.roles, rule.place, actor);
  if (posts.length === 0)
    return refused(command === 'decide' ? 'dossiers/no-right-to-sign' : 'dossiers/not-your-post', {
      command,
    });
  const post = posts.find((one) => !rule.holderOnly || holdsBy(one, dossier, actor));
  return post ? accepted(post) : refused('dossiers/held-by-another', { command });
}

/** The commands a person may give now; what the page offers is what the rules allow. */
export function allowedCommands(dossier: Dossier, actor: Actor, now: Instant): CommandName[] {
  return commandNames.filter(
    (command) => mayCommand(dossier, command, actor).ok && isPossible(dossier, command, now),
  );
}

/** Whom the work of the current step may be given to: an appraisal is a unit leader's. */
export function mayHold(dossier: Dossier, role: Role): boolean {
  if (role === 'unit-leader') return true;
  return role === 'specialist' && !isAppraisal(dossier);
}

/** Personally, or as the substitute of who does; what nobody has taken is anybody's of the office. */
function holdsBy({ insteadOf }: HeldPost, { holder }: Dossier, actor: Actor): boolean {
  if (!holder?.accountId) return true;
  const whose = insteadOf?.kind === 'substitute' ? insteadOf.accountId : actor.accountId;
  return holder.accountId === whose;
}

/** A recorded delegation says for whom it is signed: it goes before the own post. The work of others comes last. */
function postsAt(dossier: Dossier, roles: readonly Role[], place: Place, actor: Actor): HeldPost[] {
  const fitting = postsOf(actor).filter(
    (post) => covers(post, dossier.filing.procedure) && isAt(dossier, post, roles, place),
  );
  const delegated = fitting.filter((post) => post.insteadOf?.kind === 'delegation');
  return [...delegated, ...fitting.filter((post) => post.insteadOf?.kind !== 'delegation')];
}

function isAt(dossier: Dossier, post: HeldPost, roles: readonly Role[], place: Place): boolean {
  const { filing, holder } = dossier;
  if (!roles.includes(post.role)) return false;
  switch (place) {
    case 'asked':
      return isAsked(dossier, post);
    case 'leadership':
      return answersFor(dossier, post);
    case 'agency':
      return post.agencyId === filing.agencyId;
    case 'intake':
      return post.officeId === filing.intakeOfficeId;
    case 'return':
      return post.officeId === filing.returnOfficeId;
    case 'holder':
      return post.officeId === holder?.officeId && !(isAppraisal(dossier) && post.role === 'specialist');
  }
}

/** An appraisal is a unit leader's. */
const isAppraisal = (dossier: Dossier) => currentStep(dossier)?.role === 'unit-leader';

/** The agency's leadership, the office that signs this dossier, and its one-stop. */
function answersFor({ filing, steps }: Dossier, { agencyId, officeId, leads }: HeldPost): boolean {
  if (leads && agencyId === filing.agencyId) return true;
  const signing = steps.find((step) => step.kind === 'sign')?.officeId;
  return officeId === signing || officeId === filing.intakeOfficeId;
}

function isAsked(dossier: Dossier, { officeId }: HeldPost): boolean {
  return dossier.opinions.some((one) => one.answeredAt === null && mayAnswer(dossier, one, officeId));
}
