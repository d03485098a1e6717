export { accept, acceptAmong } from './actions/accept.ts';
export { askForCorrection } from './actions/ask-for-correction.ts';
export type { BeginPress } from './actions/begin.ts';
export type { Correction, Done, DossierDeps } from './actions/deps.ts';
export { findKnownPerson } from './actions/find-known-person.ts';
export { handOver } from './actions/hand-over.ts';
export { countMyWork } from './actions/list-my-work.ts';
export { lookUp } from './actions/look-up.ts';
export type { RootKey } from './actions/make-daily-root.ts';
export type { LongPapers } from './actions/make-print.ts';
export { notAccept } from './actions/not-accept.ts';
export { type Plan, planProcess } from './actions/plan.ts';
export type { FilingInput } from './actions/prepare-filing.ts';
export { readDossier } from './actions/read-dossier.ts';
export { readPublicly } from './actions/read-publicly.ts';
export { readScan } from './actions/read-scan.ts';
export { recordHandSignature } from './actions/record-hand-signature.ts';
export { skipNumbers } from './actions/skip-numbers.ts';
export { sqlStores } from './actions/stores.ts';
export { submit } from './actions/submit.ts';
export { type OldDossier, ownSeries, takeOver } from './actions/take-over.ts';
export { findDossiersOfPerson, MOST_HOLDINGS, tellHoldings } from './actions/tell-holdings.ts';
export { verifyHistory } from './actions/verify.ts';
export { clearOldTraining } from './jobs/clear-training.ts';
export { dailyRoot } from './jobs/daily-root.ts';
export { fillIntervalsOfOld } from './jobs/fill-intervals.ts';
export { fillNationalClockOfOld } from './jobs/fill-national-clock.ts';
export { findReceiversJob } from './jobs/find-receivers.ts';
export { forgetKeptScans } from './jobs/forget-kept-scans.ts';
export { forgetPrints, forgetPrintsOfErased } from './jobs/forget-prints.ts';
export { forgetSearches } from './jobs/forget-searches.ts';
export { keepClocksOfOld } from './jobs/keep-clocks.ts';
export { notePlacesOfOld } from './jobs/note-places.ts';
export { printRegisterJob } from './jobs/print-register.ts';
export { reckonLateCauses } from './jobs/reckon-late-causes.ts';
export { recomputeAfterCalendar } from './jobs/recompute-due-dates.ts';
export { MemoryBook, type MemoryRead } from './memory/book.ts';
export { type Alongside, giveScripted, type Scripted, type ScriptedLater } from './memory/scripted.ts';
export { dossierTriggers, writtenTables } from './memory/written.ts';
export { leaders as leadingRoles, placesOf as placesLed } from './pages/led-places.ts';
export { inWords, paths as dossierPaths, REGISTER_PATH } from './pages/page-deps.ts';
export { dossierRoutes } from './pages/routes.ts';
export { historyKeepers } from './pages/seal-routes.tsx';
export { officeTime } from './pages/time-view.ts';
export { titleInWords } from './papers/instead-in-words.ts';
export { placeOf } from './papers/parts.ts';
export { openRootKey } from './root-key.ts';
export { mayCommand, readableOffices } from './rules/access.ts';
export { saidDate } from './rules/change.ts';
export { reading as readingRoles, working as workingRoles } from './rules/desk-roles.ts';
export type { Dossier, State } from './rules/dossier.ts';
export { countingOf, dueDateOf, earlierPromise } from './rules/due-date-of.ts';
export type { ErasureGround, EventType, Guidance, PlannedStep } from './rules/event.ts';
export type {
  AttachedFile,
  Channel,
  FeeWay,
  FiledPaper,
  Filing,
  IdKind,
  OrganisationParty,
  Party,
  PersonalFiling,
  PersonParty,
  ReturnMethod,
} from './rules/filing.ts';
export { type Holding, type PersonRole, plainNumber } from './rules/holding.ts';
export { apologyDay, forwardBy, supplementBy } from './rules/legal-times.ts';
export { isOverdue } from './rules/overdue.ts';
export type { Happening, PublicDossier } from './rules/public-dossier.ts';
export type { PublicStatus } from './rules/public-status.ts';
export { answering, readPages } from './rules/read-purpose.ts';
export { registerKeepers } from './rules/registers.ts';
export { appointedInForce } from './rules/said-dates.ts';
export type { OldStanding } from './rules/standing.ts';
export { type CommandName, commandNames } from './rules/transitions.ts';
export { countByChannelAndState, countOpenOf, countOpenOver } from './store/counts.ts';
export { isGroup } from './store/group.ts';
export type { DossierLine } from './store/lists.ts';
export { lastOfDay, listLastNumbers } from './store/number-series.ts';
export { listOfField, listOutcomes, type OutcomeOfDossier } from './store/of-field.ts';
export { overdueAt } from './store/overdue.ts';
export { type DossierNames, listNames, listStandings, type Standing } from './store/person-dossiers.ts';
export type { DossierKeys } from './store/personal-part.ts';
export type { FoundStatus } from './store/public-status.ts';
export { findClosing } from './store/registers.ts';
export { forgetRisks, type JudgedRisk, saveRisks } from './store/risks.ts';
export { findLastRoot } from './store/roots.ts';
export { findSearch, keepSearch, SEARCH_KEPT_MS } from './store/searches.ts';
export { listTakenNumbers } from './store/taken-numbers.ts';
