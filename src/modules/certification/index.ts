export { followCorrection } from './actions/follow-correction.ts';
export { type BookHolding, tellEntries } from './actions/tell-entries.ts';
export { verifyBooks } from './actions/verify-books.ts';
export type { CertificationDeps, CertificationPageDeps } from './deps.ts';
export { closeBooks } from './jobs/close-books.ts';
export { forgetErased } from './jobs/forget-erased.ts';
export { signCopies } from './jobs/sign-copies.ts';
export { certificationPageOf } from './pages/paths.ts';
export { certificationRoutes } from './pages/routes.ts';
