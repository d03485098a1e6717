export { accept } from './actions/accept.ts';
export { announceSupplement } from './actions/announce-supplement.ts';
export { askForCorrection } from './actions/ask-for-correction.ts';
export { askForSupplement } from './actions/ask-for-supplement.ts';
export type { BeginPress } from './actions/begin.ts';
export { confirmReceipt } from './actions/confirm-receipt.ts';
export { correctData } from './actions/correct-data.ts';
export { type DecideInput, decide } from './actions/decide.ts';
export type { Done, DossierDeps, Press, PressOnDossier } from './actions/deps.ts';
export { findKnownPerson } from './actions/find-known-person.ts';
export { finishStep } from './actions/finish-step.ts';
export { forward } from './actions/forward.ts';
export { handOver } from './actions/hand-over.ts';
export { countMyWork, listMyWork, type MyWork, type WorkQuestion } from './actions/list-my-work.ts';
export { lookUp } from './actions/look-up.ts';
export { makeDailyRoot, type RootKey } from './actions/make-daily-root.ts';
export { notAccept } from './actions/not-accept.ts';
export { dueDateOf } from './actions/plan.ts';
export { type FilingInput, type PreparedFiling, prepareFiling } from './actions/prepare-filing.ts';
export { type ReadDossier, readDossier } from './actions/read-dossier.ts';
export { readPublicly } from './actions/read-publicly.ts';
export { reassign } from './actions/reassign.ts';
export { receiveSupplement, type SupplementInput } from './actions/receive-supplement.ts';
export { returnStep } from './actions/return-step.ts';
export { search } from './actions/search.ts';
export { startStep } from './actions/start-step.ts';
export { stop } from './actions/stop.ts';
export { submit } from './actions/submit.ts';
export { takeBack } from './actions/take-back.ts';
export { type HistoryProblem, type HistoryVerification, verifyHistory } from './actions/verify.ts';
export { withdraw } from './actions/withdraw.ts';
export { dailyRoot } from './jobs/daily-root.ts';
export type { DossierPageDeps } from './pages/page-deps.ts';
export { dossierRoutes } from './pages/routes.ts';
export { openRootKey } from './root-key.ts';
export type { Inputs, LaterCommand } from './rules/command.ts';
export { type Dossier, isOpen, type State, type Task } from './rules/dossier.ts';
export type { DossierEvent, Guidance, PlannedStep, Receiver, ResultDraft } from './rules/event.ts';
export {
  type AttachedFile,
  type Channel,
  channels,
  type FeeWay,
  type FiledPaper,
  type Filing,
  feeWays,
  type IdKind,
  idKinds,
  type OrganisationParty,
  type Party,
  type PersonalFiling,
  type PersonParty,
  type ReturnMethod,
  returnMethods,
} from './rules/filing.ts';
export { type HeldByOffice, type HeldStretch, heldByOffice, heldStretches } from './rules/held-time.ts';
export type { Happening, IssuedReceipt, PublicDossier, PublicStep } from './rules/public-dossier.ts';
export type { PublicStatus } from './rules/public-status.ts';
export type { CommandName } from './rules/transitions.ts';
export { countByChannelAndState } from './store/counts.ts';
export type { DossierLine, WorkCounts, WorkGroup } from './store/lists.ts';
export type { DossierKeys } from './store/personal-part.ts';
export type { FoundStatus } from './store/public-status.ts';
