import type { Route } from '#platform/http/route.ts';
import type { ReminderPageDeps } from '../deps.ts';
import { apologiesRoutes } from './apologies-routes.tsx';
import { brokenRoutes } from './broken-routes.tsx';
import { domainRoutes } from './domain-routes.tsx';
import { mineRoutes } from './mine-routes.tsx';
import { preferenceRoutes } from './preference-routes.tsx';

export function reminderRoutes(deps: ReminderPageDeps): Route[] {
  return [
    ...mineRoutes(deps),
    ...apologiesRoutes(deps),
    ...brokenRoutes(deps),
    ...preferenceRoutes(deps),
    ...domainRoutes(deps),
  ];
}
