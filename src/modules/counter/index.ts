export { type DraftNaming, findDraftsNaming } from './actions/find-drafts-naming.ts';
export type { CounterDeps, CounterPageDeps } from './deps.ts';
export { forgetDraftsOfErased, forgetOldDrafts } from './jobs/forget-old-drafts.ts';
export { counterRoutes } from './pages/routes.ts';
export { type OfferedFee, type ReadCharge, readFee } from './rules/read-fee.ts';
