import { type Actor, type HeldPost, type InsteadOf, postsOf, type Role } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Task } from '../rules/dossier.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import {
  countWork,
  type DossierLine,
  listWork,
  listWorkProcedures,
  listWorkSorted,
  NOBODY,
  type ProcedureChoice,
  type SortedPage,
  type WorkCounts,
  type WorkFilter,
  type WorkGroup,
} from '../store/lists.ts';

const tasksOfRole: Partial<Record<Role, readonly Task[]>> = {
  'reception-officer': [
    'review',
    'await-correction',
    'forward',
    'announce-supplement',
    'await-supplement',
    'await-payment',
    'hand-over',
  ],
  'postal-staff': ['review', 'hand-over'],
  'one-stop-head': [
    'review',
    'await-correction',
    'forward',
    'announce-supplement',
    'await-supplement',
    'await-payment',
    'hand-over',
  ],
  'result-clerk': ['hand-over'],
  specialist: ['confirm-receipt', 'start', 'work'],
  'unit-leader': ['confirm-receipt', 'start', 'work'],
  'signing-leader': ['decide'],
};

export interface MyWork {
  readonly counts: WorkCounts;
  readonly lines: readonly DossierLine[];
  /** Choices of the filter. */
  readonly procedures: readonly ProcedureChoice[];
}

export interface WorkQuestion {
  readonly group: WorkGroup;
  readonly procedureCode: string | null;
  readonly limit: number;
  readonly after: ListCursor | null;
  /** Given when an order was chosen; `after` then says nothing. */
  readonly sorted?: Omit<SortedPage, 'limit'> | undefined;
}

/** The signing folder, most urgent first. */
export async function listToSign(
  q: Queries,
  actor: Actor,
  now: Instant,
  page: Pick<WorkQuestion, 'limit' | 'after'>,
): Promise<{ readonly all: number; readonly lines: readonly DossierLine[] }> {
  const filter = { ...signingOf(actor), now };
  const { all } = await countWork(q, filter);
  return { all, lines: await listWork(q, { ...filter, group: 'all', procedureCode: null }, page) };
}

/** What waits for this person in the offices of their posts, most urgent first. */
export async function listMyWork(
  q: Queries,
  actor: Actor,
  now: Instant,
  question: WorkQuestion,
): Promise<MyWork> {
  const filter = { ...workOf(actor), now };
  const [counts, lines, procedures] = await Promise.all([
    countWork(q, filter),
    linesOf(q, { ...filter, group: question.group, procedureCode: question.procedureCode }, question),
    listWorkProcedures(q, filter),
  ]);
  return { counts, lines, procedures };
}

function linesOf(q: Queries, filter: WorkFilter, { limit, after, sorted }: WorkQuestion) {
  return sorted ? listWorkSorted(q, filter, { ...sorted, limit }) : listWork(q, filter, { limit, after });
}

export function workOf(actor: Actor) {
  const posts = actor.posts.filter((post) => tasksOfRole[post.role]);
  return {
    accountId: actor.accountId,
    officeIds: [...new Set(posts.map((post) => post.officeId))],
    ledOfficeIds: posts.filter((post) => post.role === 'unit-leader').map((post) => post.officeId),
    tasks: [...new Set(posts.flatMap((post) => tasksOfRole[post.role] ?? []))],
  };
}

/** The work of somebody who is away, for who does it instead. */
export interface StandInWork {
  readonly insteadOf: InsteadOf;
  readonly officeName: string;
  readonly all: number;
  readonly late: number;
  readonly lines: readonly DossierLine[];
}

/** A group for each person this one stands in for today, most urgent first, at most `limit` lines each. */
export async function listStandInWork(
  q: Queries,
  actor: Actor,
  now: Instant,
  limit: number,
): Promise<readonly StandInWork[]> {
  const groups: StandInWork[] = [];
  for (const post of actor.standsIn ?? []) {
    const { insteadOf } = post;
    if (insteadOf?.kind !== 'substitute') continue;
    const filter = { ...workInstead(actor, post, insteadOf), now };
    const { all, late } = await countWork(q, filter);
    const lines = await listWork(q, { ...filter, group: 'all', procedureCode: null }, { limit, after: null });
    groups.push({ insteadOf, officeName: post.officeName, all, late, lines });
  }
  return groups;
}

function workInstead(actor: Actor, post: HeldPost, { accountId }: InsteadOf) {
  const tasks = tasksOfRole[post.role] ?? [];
  const own = actor.posts.filter((one) => one.officeId === post.officeId);
  const onlyHeld = tasks.every((task) => own.some(({ role }) => tasksOfRole[role]?.includes(task)));
  return { accountId: accountId ?? NOBODY, officeIds: [post.officeId], ledOfficeIds: [], tasks, onlyHeld };
}

/** What waits for this person's signature: by posts of their own and by delegation. */
function signingOf(actor: Actor) {
  const posts = postsOf(actor).filter((post) => post.role === 'signing-leader');
  const scopes = posts.map((post) => post.insteadOf?.matters ?? []);
  const matters = scopes.some((scope) => scope.length === 0) ? [] : scopes.flat();
  return { ...workOf({ ...actor, posts }), matters };
}

/** The number beside the menu item. */
export async function countMyWork(q: Queries, actor: Actor, now: Instant): Promise<number> {
  const { all } = await countWork(q, { ...workOf(actor), now });
  const instead = await listStandInWork(q, actor, now, 1);
  return instead.reduce((sum, group) => sum + group.all, all);
}
