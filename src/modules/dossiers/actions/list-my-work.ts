import type { Actor, Role } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Task } from '../rules/dossier.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import {
  countWork,
  type DossierLine,
  listWork,
  listWorkProcedures,
  type ProcedureChoice,
  type WorkCounts,
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
    listWork(q, { ...filter, group: question.group, procedureCode: question.procedureCode }, question),
    listWorkProcedures(q, filter),
  ]);
  return { counts, lines, procedures };
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

/** The number beside the menu item. */
export async function countMyWork(q: Queries, actor: Actor, now: Instant): Promise<number> {
  const { all } = await countWork(q, { ...workOf(actor), now });
  return all;
}
