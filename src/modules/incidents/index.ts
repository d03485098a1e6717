export { noteAtWork } from './actions/note-at-work.ts';
export { noteHealth } from './actions/note-health.ts';
export { incidentInWords } from './pages/in-words.ts';
export type { IncidentPageDeps } from './pages/page-deps.ts';
export { incidentRoutes } from './pages/routes.tsx';
export { type Incident, touches } from './rules/incident.ts';
export { incidentRow, listIncidentsBetween } from './store.ts';
