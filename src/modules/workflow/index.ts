export { loadWorkflow } from './actions/load-workflow.ts';
export { processFor } from './actions/process-for.ts';
export type {
  Process,
  ProcessAnswer,
  ProcessKey,
  Signer,
  Step,
  StepKind,
  StepOffice,
} from './rules/process.ts';
export type { WorkflowData } from './rules/written.ts';
export { findHandling, getProcess, type HandledMatter, listHandled, listSectionKeys } from './store.ts';
