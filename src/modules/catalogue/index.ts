export { loadCatalogue } from './actions/load-catalogue.ts';
export type { CataloguePageDeps } from './deps.ts';
export { clockEffectRoutes } from './pages/clock-effect-routes.tsx';
export { commitmentRoutes } from './pages/commitment-routes.tsx';
export { exemptionRoutes } from './pages/exemption-routes.tsx';
export { localFeeRoutes } from './pages/local-fee-routes.tsx';
export {
  adjustedLimit,
  adjustmentsOfCase,
  chosenCase,
  feesOfChannel,
  limitOfCase,
  papersOfCase,
} from './rules/case.ts';
export type { Commitment } from './rules/commitment.ts';
export { coveredCode } from './rules/covered-codes.ts';
export { type ExemptionQuestion, exemptionOf, exemptionsFor, type FeeExemption } from './rules/exemption.ts';
export {
  type FeeSteps,
  flat,
  type HowMany,
  type Reckoned,
  reckonFee,
  sumOfFees,
} from './rules/fee-rule.ts';
export { type LocalFee, localFeeOn } from './rules/local-fee.ts';
export {
  type Channel,
  type Confidence,
  clockLimit,
  type Fee,
  type Level,
  type LimitAdjustment,
  levelsOn,
  type Procedure,
  type ProcedureCase,
  type ProcedureLimit,
  type ProcedureResult,
  type Regime,
  type RequiredPaper,
  regimeOn,
} from './rules/procedure.ts';
export { type PublicProcedure, publicProcedure } from './rules/public-procedure.ts';
export { whereToGo } from './rules/where-to-go.ts';
export type { CatalogueData, LifeEvent } from './rules/written.ts';
export { countUncheckedEffects, type EffectsAsked, findClockEffects } from './store/clock-effects.ts';
export { type CommitmentAsked, findCommitment } from './store/commitments.ts';
export { listFeeExemptions, listUncheckedExemptions } from './store/fee-exemptions.ts';
export { type LifeEventWithProcedures, listLifeEvents } from './store/life-events.ts';
export { listLocalFees } from './store/local-fees.ts';
export {
  type FieldCount,
  findProcedure,
  findProcedureVersion,
  getProcedure,
  listFields,
  listProcedures,
  listUncheckedProcedures,
  listVersions,
  type ProcedureFilter,
  type ProcedureSearch,
  searchProcedures,
} from './store/procedures.ts';
