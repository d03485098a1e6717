export { closeList } from './actions/close-list.ts';
export { confirmList } from './actions/confirm-list.ts';
export { followDossier } from './actions/follow-dossier.ts';
export { giveBack } from './actions/give-back.ts';
export { owe } from './actions/owe.ts';
export { type CashStores, sqlCashStores } from './actions/stores.ts';
export { type Accepted, takeAtAcceptance } from './actions/take-at-acceptance.ts';
export { takePayment } from './actions/take-payment.ts';
export { type PaymentHolding, tellPayments } from './actions/tell-payments.ts';
export type { CashDeps, CashPageDeps } from './deps.ts';
export { dropUnpaid, fallDueAtHandOver, forgetNotesOfErased } from './jobs/follow-dossiers.ts';
export { CashMemory, cashTables, cashTriggers } from './memory/cash-memory.ts';
export { dossierPanel } from './pages/dossier-panel.tsx';
export { cashRoutes } from './pages/routes.ts';
export type { Payer } from './papers/money-paper.ts';
export { cashRoles } from './rules/access.ts';
export {
  type Charge,
  type ChargeExemption,
  type ChargeLine,
  linesThatCost,
  type PayWay,
  sumOfCharge,
} from './rules/charge.ts';
export { totalsOf } from './rules/day.ts';
export { type CashList, hasUnsettled } from './store/lists.ts';
export { holdUnpaid, sumUnpaid } from './store/payments.ts';
