export { verifyFrozen } from './actions/verify-frozen.ts';
export type { KnownReport } from './known-report.ts';
export { REPORTS_PATH, type ReportPageDeps, reportRoutes, TIMELINESS_PATH } from './pages/routes.ts';
export { reports } from './reports.ts';
export { figureReaders } from './rules/agencies-seen.ts';
export {
  cellsOf,
  type ReportAsked,
  type ReportClock,
  type ReportTable,
  type ReportWords,
  reportClocks,
} from './rules/report-table.ts';
