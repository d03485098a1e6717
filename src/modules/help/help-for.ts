import type { Actor } from '#kernel/actor.ts';
import type { HelpLinks } from '#ui/frame.ts';
import { deskGuides } from './guides/all.ts';
import { paths } from './pages/paths.ts';
import { chapterFor } from './rules/choose.ts';

/** Where the page of this path is explained to this person; the beginning of the help where nothing fits. */
export function helpLinksFor(actor: Actor, path: string): HelpLinks {
  const found = chapterFor(deskGuides, actor, path);
  const page = found ? paths.chapter(found.guide.slug, found.task.anchor) : paths.start;
  return { start: paths.start, page, keys: paths.keys };
}
