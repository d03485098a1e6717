export {
  type ExportAnswer,
  type ExportFormat,
  type ExportWish,
  exportEvents,
  exportFormats,
} from './actions/export-events.ts';
export { forgetLog } from './actions/forget-log.ts';
export { type ImportAnswer, importLog } from './actions/import-log.ts';
export { readLogCases } from './actions/read-log-cases.ts';
export { describeLogDoubt } from './describe-log-doubt.ts';
export { hashFile, openLogFile } from './formats/log-file.ts';
export { type FlowPageDeps, flowRoutes, WAYS_PATH, wayReaders } from './pages/ways-routes.tsx';
export type { LogAttributes, LogCase, LogDoubt, LogEvent } from './rules/log.ts';
export { findLog, listLogs, type StoredLog } from './store/logs.ts';
