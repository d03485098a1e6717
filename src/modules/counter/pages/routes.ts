import type { Route } from '#platform/http/route.ts';
import type { CounterPageDeps } from '../deps.ts';
import { draftRoutes } from './draft-routes.tsx';
import { endingRoutes } from './ending-routes.tsx';
import { groupRoutes } from './group-routes.tsx';
import { likeRoutes } from './like-routes.tsx';
import { startRoutes } from './start-routes.tsx';

/** Reception: the drafts of a counter, from the search of a procedure to the dossier. */
export function counterRoutes(deps: CounterPageDeps): Route[] {
  return [
    ...startRoutes(deps),
    ...likeRoutes(deps),
    ...groupRoutes(deps),
    ...draftRoutes(deps),
    ...endingRoutes(deps),
  ];
}
