import type { Table } from '#platform/db/written.ts';

/** What the commands of a dossier write, in the order in which rows may go in. */
export const writtenTables = [
  'dossiers.dossier',
  'dossiers.due',
  'dossiers.event',
  'dossiers.event_personal',
  'dossiers.clock_interval',
  'dossiers.party',
  'dossiers.involved_office',
  'dossiers.opinion',
  'dossiers.hand_over',
  'dossiers.done_command',
  'dossiers.number_series',
  'documents.paper',
  'documents.paper_content',
  'documents.register_series',
  'documents.register_entry',
  'documents.signature',
  'audit.entry',
] as const satisfies readonly Table[];

/** A book brings the last numbers of all its days at once. */
export const dossierTriggers = { 'documents.register_series': 'register_counts_by_one' } as const;
