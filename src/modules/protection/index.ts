export type { ProtectionDeps, ProtectionPageDeps } from './deps.ts';
export { forgetQuestions } from './jobs/forget-questions.ts';
export { watchReadsJob } from './jobs/watch-reads.ts';
export { protectionRoutes } from './pages/routes.ts';
export { agenciesOf as agenciesProtectedBy } from './rules/officer.ts';
export { countOpenAlarms } from './store/alarms.ts';
