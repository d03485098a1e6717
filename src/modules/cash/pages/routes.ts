import type { Route } from '#platform/http/route.ts';
import type { CashPageDeps } from '../deps.ts';
import { listRoutes } from './list-routes.tsx';
import { listsRoutes } from './lists-routes.tsx';
import { paymentRoutes } from './payment-routes.tsx';

/** Money at the counter: of a dossier, of a clerk's day. */
export function cashRoutes(deps: CashPageDeps): Route[] {
  return [...listsRoutes(deps), ...listRoutes(deps), ...paymentRoutes(deps)];
}
