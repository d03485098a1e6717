export type { KnownReport } from './known-report.ts';
export { type ReportPageDeps, reportRoutes, TIMELINESS_PATH } from './pages/routes.ts';
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
