import type { Actor } from '#kernel/actor.ts';
import type { RequestContext } from '#platform/http/route.ts';

/** Every address of these pages, in one place. */
export const paths = {
  mine: '/lam-viec/nhac-viec',
  broken: '/lam-viec/nhac-viec/vi-pham',
  stillHours: '/lam-viec/nhac-viec/dung-yen',
  apologies: '/lam-viec/nhac-viec/chua-xin-loi',
  /** Belong to the dossiers. */
  work: '/lam-viec',
  dossier: (name: string) => `/lam-viec/ho-so/${encodeURIComponent(name)}`,
  apology: (name: string) => `/lam-viec/ho-so/${encodeURIComponent(name)}/hen-lai`,
} as const;

export const REMINDERS_PATH = paths.mine;

/** A route with roles has an actor. */
export function actorOf({ actor }: RequestContext): Actor {
  if (!actor) throw new Error('a page of the desk without a person');
  return actor;
}
