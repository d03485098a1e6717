export { giveReport } from './actions/give-report.ts';
export { verifyFrozen } from './actions/verify-frozen.ts';
export { countIndices } from './jobs/count-indices.ts';
export { countReports } from './jobs/count-reports.ts';
export type { KnownReport } from './known-report.ts';
export { type Period, readPeriod, type TypedPeriod } from './pages/period.ts';
export { agenciesOf } from './pages/report-asked.ts';
export {
  MORNING_PATH,
  REPORTS_PATH,
  type ReportPageDeps,
  reportRoutes,
  TIMELINESS_PATH,
} from './pages/routes.ts';
export { wallRoutes } from './pages/wall-routes.tsx';
export { reports } from './reports.ts';
export { figureReaders } from './rules/agencies-seen.ts';
export { classOf } from './rules/class-of-dossier.ts';
export {
  cellsOf,
  type ReportAsked,
  type ReportClock,
  type ReportTable,
  type ReportWords,
  reportClocks,
} from './rules/report-table.ts';
export { countWaiting } from './store/uncounted.ts';
