export { loadCatalogue } from './actions/load-catalogue.ts';
export {
  adjustedLimit,
  adjustmentsOfCase,
  chosenCase,
  feesOfChannel,
  limitOfCase,
  papersOfCase,
} from './rules/case.ts';
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
export { type LifeEventWithProcedures, listLifeEvents } from './store/life-events.ts';
export {
  type FieldCount,
  findProcedure,
  getProcedure,
  listFields,
  listProcedures,
  listVersions,
  type ProcedureFilter,
  type ProcedureSearch,
  searchProcedures,
} from './store/procedures.ts';
