import type { Route } from '#platform/http/route.ts';
import { frozenRoutes } from './frozen-routes.tsx';
import { morningRoutes } from './morning-routes.tsx';
import { numberRoutes } from './number-routes.ts';
import type { ReportPageDeps } from './page-deps.ts';
import { reportPageRoutes } from './report-routes.tsx';
import { timelinessRoutes } from './timeliness-routes.tsx';
import { typingRoutes } from './typing-routes.tsx';

export { MORNING_PATH, REPORTS_PATH, type ReportPageDeps, TIMELINESS_PATH } from './page-deps.ts';

export function reportRoutes(deps: ReportPageDeps): Route[] {
  return [
    ...timelinessRoutes(deps),
    ...reportPageRoutes(deps),
    ...frozenRoutes(deps),
    ...numberRoutes(deps),
    ...typingRoutes(deps),
    ...morningRoutes(deps),
  ];
}
