import type { Route } from '#platform/http/route.ts';
import type { ReportPageDeps } from './page-deps.ts';
import { timelinessRoutes } from './timeliness-routes.tsx';

export { type ReportPageDeps, TIMELINESS_PATH } from './page-deps.ts';

export function reportRoutes(deps: ReportPageDeps): Route[] {
  return timelinessRoutes(deps);
}
