export { forgetLog } from './actions/forget-log.ts';
export { type ImportAnswer, importLog } from './actions/import-log.ts';
export { readLogCases } from './actions/read-log-cases.ts';
export { describeLogDoubt } from './describe-log-doubt.ts';
export { hashFile, openLogFile } from './formats/log-file.ts';
export type { LogAttributes, LogCase, LogDoubt, LogEvent } from './rules/log.ts';
export { findLog, listLogs, type StoredLog } from './store/logs.ts';
