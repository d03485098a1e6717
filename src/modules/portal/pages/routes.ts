import type { Route } from '#platform/http/route.ts';
import type { PortalDeps } from '../deps.ts';
import { homeRoute } from './home-route.tsx';
import { lookupRoutes } from './lookup-routes.tsx';
import { procedureRoutes } from './procedure-routes.tsx';

/** What citizens see: nobody has to sign in. */
export function portalRoutes(deps: PortalDeps): Route[] {
  return [homeRoute(deps), ...procedureRoutes(deps), ...lookupRoutes(deps)];
}
