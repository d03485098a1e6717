export { type Accepted, takeAtAcceptance } from './actions/take-at-acceptance.ts';
export type { CashDeps, CashPageDeps } from './deps.ts';
export { dropUnpaid, fallDueAtHandOver, forgetNotesOfErased } from './jobs/follow-dossiers.ts';
export type { Payer } from './papers/cash-receipt.ts';
export {
  type Charge,
  type ChargeExemption,
  type ChargeLine,
  linesThatCost,
  type PayWay,
  sumOfCharge,
} from './rules/charge.ts';
