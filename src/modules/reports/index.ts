export { type ReportPageDeps, reportRoutes, TIMELINESS_PATH } from './pages/routes.ts';
export { figureReaders } from './rules/agencies-seen.ts';
