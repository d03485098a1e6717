import { type Actor, holdsRole } from '#kernel/actor.ts';
import type { Guide, GuideTask } from './guide.ts';

/** Whether it is the work of one of the posts held. */
export function isOwn(guide: Guide, actor: Actor): boolean {
  return holdsRole(actor, guide.roles);
}

/** Own work first, in the order of the list; then everybody's; then what others do. */
export function inOrderFor(guides: readonly Guide[], actor: Actor): Guide[] {
  const rank = (guide: Guide) => (isOwn(guide, actor) ? 0 : guide.roles.length === 0 ? 1 : 2);
  return [...guides].sort((a, b) => rank(a) - rank(b));
}

export interface Chapter {
  readonly guide: Guide;
  readonly task: GuideTask;
}

/** What explains the page: the task whose address covers most of the path; own work before that of others. */
export function chapterFor(guides: readonly Guide[], actor: Actor, path: string): Chapter | undefined {
  const covers = (href: string) => path === href || path.startsWith(`${href}/`);
  return inOrderFor(guides, actor)
    .flatMap((guide) => guide.tasks.map((task) => ({ guide, task })))
    .filter(({ task }) => task.href !== undefined && covers(task.href))
    .sort((a, b) => (b.task.href?.length ?? 0) - (a.task.href?.length ?? 0))[0];
}
