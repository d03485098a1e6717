import type { Actor, Role } from '#kernel/actor.ts';
import { workingRoles } from '#modules/dossiers/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import { overseers } from '../rules/places-watched.ts';

/** Every address of these pages, in one place. */
export const paths = {
  mine: '/lam-viec/nhac-viec',
  broken: '/lam-viec/nhac-viec/vi-pham',
  stillHours: '/lam-viec/nhac-viec/dung-yen',
  apologies: '/lam-viec/nhac-viec/chua-xin-loi',
  preference: '/lam-viec/nhac-viec/cach-nhan',
  domains: '/quan-tri/ten-mien-thu',
  /** Belong to others. */
  administration: '/quan-tri',
  work: '/lam-viec',
  dossier: (name: string) => `/lam-viec/ho-so/${encodeURIComponent(name)}`,
  apology: (name: string) => `/lam-viec/ho-so/${encodeURIComponent(name)}/hen-lai`,
} as const;

export const REMINDERS_PATH = paths.mine;

/** Who may be told of something, or oversees others. */
export const remindedRoles: readonly Role[] = [...new Set([...workingRoles, ...overseers])];

/** A route with roles has an actor. */
export function actorOf({ actor }: RequestContext): Actor {
  if (!actor) throw new Error('a page of the desk without a person');
  return actor;
}
