export { destroyBytes, eraseFiles, erasePapers } from './actions/erase-papers.ts';
export { freezePaper, frozenRows, type PaperToFreeze } from './actions/freeze-paper.ts';
export { type PaperDeps, type RenderedPaper, renderPaper, signPaperPdf } from './actions/render-paper.ts';
export { type ResultToSign, signatureOf, signResult } from './actions/sign-result.ts';
export { storeFile } from './actions/store-file.ts';
export { sweepFiles } from './actions/sweep-files.ts';
export { verifyFiles } from './actions/verify-files.ts';
export { verifyPapers } from './actions/verify-papers.ts';
export { findPaper, listPapers, type Paper, type PaperFacts } from './find-paper.ts';
export { PaperPage } from './pages/paper-page.tsx';
export type {
  ApologyContent,
  CashReceiptContent,
  CertificationWordsContent,
  CompletionRequestContent,
  ControlSlipContent,
  ElectronicCopyContent,
  GiveBackSlipContent,
  PaperContents,
  PaperFeeLine,
  PaperHandOver,
  PaperHead,
  PaperOfficer,
  PaperParty,
  PaperProcedure,
  PaperPurpose,
  PaperResultHandOver,
  PaperRow,
  PaymentNoticeContent,
  ReceiptContent,
  RefusalContent,
  Regime,
  ResultContent,
  StopNoticeContent,
  VoidReason,
} from './rules/content.ts';
export { type SigningOfficer, signingLine } from './rules/signing-line.ts';
export { listPaperDigests, listPaperSeals, type PaperSealRow } from './store/paper-seals.ts';
export { getTemplateVersion, listUncheckedTemplates, markVoid as voidPaper } from './store/papers.ts';
export { listEntriesBetween } from './store/register-pages.ts';
export {
  listRegisterEntries,
  nextRegisterNumber,
  type RegisterEntry,
  type RegisterSeries,
} from './store/registers.ts';
export { findFile, listFiles, type StoredFile } from './store/stored-files.ts';
