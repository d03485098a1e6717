export { erasePapers, type ToErase } from './actions/erase-papers.ts';
export { freezePaper, type IdSource, type PaperToFreeze } from './actions/freeze-paper.ts';
export { type PaperDeps, type RenderedPaper, renderPaper, signPaperPdf } from './actions/render-paper.ts';
export { type ResultToSign, signResult } from './actions/sign-result.ts';
export { type FileToStore, storeFile } from './actions/store-file.ts';
export { type PaperVerification, verifyPapers } from './actions/verify-papers.ts';
export { findPaper, listPapers, type Paper, type PaperFacts, type PaperSignature } from './find-paper.ts';
export { PaperPage } from './pages/paper-page.tsx';
export type {
  CompletionRequestContent,
  ControlSlipContent,
  PaperContents,
  PaperHandOver,
  PaperHead,
  PaperOfficer,
  PaperParty,
  PaperProcedure,
  PaperPurpose,
  PaperResultHandOver,
  PaperRow,
  ReceiptContent,
  RefusalContent,
  Regime,
  ResultContent,
  VoidReason,
} from './rules/content.ts';
export { markVoid as voidPaper } from './store/papers.ts';
export {
  listRegisterEntries,
  nextRegisterNumber,
  type RegisterEntry,
  type RegisterSeries,
} from './store/registers.ts';
export { findFile, listFiles, type StoredFile } from './store/stored-files.ts';
