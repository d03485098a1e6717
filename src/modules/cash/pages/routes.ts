import type { Route } from '#platform/http/route.ts';
import type { CashPageDeps } from '../deps.ts';
import { listRoutes } from './list-routes.tsx';
import { listsRoutes } from './lists-routes.tsx';
import { paymentRoutes } from './payment-routes.tsx';
import { quarterDetailRoutes } from './quarter-detail-routes.tsx';
import { quarterRoutes } from './quarter-routes.tsx';

/** Money at the counter: of a dossier, of a clerk's day. */
export function cashRoutes(deps: CashPageDeps): Route[] {
  return [
    ...listsRoutes(deps),
    ...listRoutes(deps),
    ...paymentRoutes(deps),
    ...quarterRoutes(deps),
    ...quarterDetailRoutes(deps),
  ];
}
