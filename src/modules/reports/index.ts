export type { ReportAsked } from './actions/ask-period.ts';
export { makeIi06a } from './actions/make-ii06a.ts';
export { makeTimeliness } from './actions/make-timeliness.ts';
export { type ReportPageDeps, reportRoutes, TIMELINESS_PATH } from './pages/routes.ts';
export { figureReaders } from './rules/agencies-seen.ts';
export type { ReportLine, ReportTable } from './rules/report-table.ts';
