export { evaluateLog, evaluateRisk, type LogEvaluation } from './actions/evaluate-risk.ts';
export { fitNow } from './actions/fit-now.ts';
export { judgeOpen } from './actions/judge-open.ts';
export { judgeRisk, learnRisk } from './jobs/learn.ts';
export type { LoggedCase } from './rules/cases-of-log.ts';
export type { Compared, Evaluation } from './rules/evaluate.ts';
