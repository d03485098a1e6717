export { type TakeOverAnswer, type TakeOverWish, takeOverFile } from './actions/take-over-file.ts';
export type { TakeoverDeps } from './deps.ts';
export { describeDoubt } from './describe-doubt.ts';
export { exampleFile } from './example-file.ts';
export type { Doubt, Severity } from './rules/doubt.ts';
