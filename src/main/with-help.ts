import type { Actor } from '#kernel/actor.ts';
import { helpRoutes, readPictures } from '#modules/help/index.ts';
import { gateOf } from '#platform/http/access.ts';
import type { Route } from '#platform/http/route.ts';
import type { Frames } from './frames.ts';

/** The help leads to pages of all modules, but only to those that the reader may open. */
export function withHelp(routes: readonly Route[], frames: Frames, assetsFolder: string): Route[] {
  const mayOpen = (actor: Actor | null, path: string): boolean =>
    routes.some(
      (route) =>
        route.method === 'GET' &&
        route.path === path &&
        gateOf(route.access, actor && { actor, state: 'full' }) === 'open',
    );
  return [...routes, ...helpRoutes({ ...frames, pictures: readPictures(assetsFolder), mayOpen })];
}
