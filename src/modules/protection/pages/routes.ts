import type { Route } from '#platform/http/route.ts';
import type { ProtectionPageDeps } from '../deps.ts';
import { questionRoutes } from './question-routes.tsx';
import { ruleRoutes } from './rule-routes.tsx';
import { watchRoutes } from './watch-routes.tsx';

/** The pages of the data-protection officer. */
export function protectionRoutes(deps: ProtectionPageDeps): Route[] {
  return [...questionRoutes(deps), ...watchRoutes(deps), ...ruleRoutes(deps)];
}
