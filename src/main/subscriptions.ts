/**
 * Who reacts to what: type of a domain event → names of the jobs that are put into the queue for it, each
 * with the event as its payload. `dossiers` never imports `delivery`: it says `dossiers/result-ready`. Of a training
 * dossier `dossiers/training-…` tells: nothing that counts listens.
 */
export const subscriptions: Readonly<Record<string, readonly string[]>> = {
  'calendar/changed': ['dossiers-recompute-due-dates'],
  'dossiers/decided': ['sign-results'],
  'dossiers/personal-erased': [
    'counter-forget-drafts-of-erased',
    'certification-forget-erased',
    'cash-forget-notes-of-erased',
    'dossiers-forget-prints-of-erased',
  ],
  'dossiers/training-personal-erased': ['counter-forget-drafts-of-erased'],
  'dossiers/handed-over': ['cash-fall-due'],
  'dossiers/withdrawn': ['cash-drop-unpaid'],
  'dossiers/stopped': ['cash-drop-unpaid'],
  'dossiers/closed-for-silence': ['cash-drop-unpaid'],
  'dossiers/acceptance-annulled': ['cash-drop-unpaid'],
};
