/** Tables that may only grow: the programs refuse to run when they could change them. */
export const appendOnly: readonly string[] = [
  'audit.entry',
  'audit.batch',
  'audit.sealed_entry',
  'catalogue.local_fee',
  'cash.movement',
  'dossiers.event',
  'dossiers.event_personal',
  'dossiers.done_command',
  'dossiers.daily_root',
  'dossiers.daily_root_head',
  'identity.office_version',
  'identity.account_decision',
  'identity.account_review',
  'identity.account_review_row',
  'calendar.day_change',
  'administration.confirmation',
];
