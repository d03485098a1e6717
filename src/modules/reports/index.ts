export { type Ii06a, makeIi06a } from './actions/make-ii06a.ts';
export { type ReportPageDeps, reportRoutes, TIMELINESS_PATH } from './pages/routes.ts';
export { figureReaders } from './rules/agencies-seen.ts';
export { ii06aColumns } from './rules/ii06a.ts';
