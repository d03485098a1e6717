export type { MailDeps, ReminderPageDeps } from './deps.ts';
export { forgetReminders, sendLetterJob, writeDigests } from './jobs/letters.ts';
export { watchRulesJob } from './jobs/watch-rules.ts';
export { REMINDERS_PATH, remindedRoles } from './pages/page-deps.ts';
export { reminderRoutes } from './pages/routes.ts';
export { startLines } from './pages/start-lines.tsx';
export { countMine as countReminders } from './store/standing.ts';
