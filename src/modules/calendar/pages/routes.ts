import type { Route } from '#platform/http/route.ts';
import { hoursRoutes } from './hours-routes.tsx';
import type { CalendarPageDeps } from './page-deps.ts';
import { yearRoutes } from './year-routes.tsx';

/** Days off and hours: for calendar managers and administrators. */
export function calendarRoutes(deps: CalendarPageDeps): Route[] {
  return [...yearRoutes(deps), ...hoursRoutes(deps)];
}
