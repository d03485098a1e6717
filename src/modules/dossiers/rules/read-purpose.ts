import type { CommandName } from './transitions.ts';

/** The pages of a dossier that are not a command's. */
export const readPages = [
  'page',
  'history',
  'unmask',
  'paper',
  'scan',
  'going-on',
  'next-like',
  'signing',
  'question',
  'export',
] as const;
type ReadPage = (typeof readPages)[number];

/** Why a dossier was opened, as the log keeps it: its page, or the form or press of a command. */
export type ReadPurpose = ReadPage | `form.${CommandName}` | `press.${CommandName}`;

/** Reads that the data-protection officer owes a person: accounted for by a question with the number of a paper. */
export const answering: readonly ReadPurpose[] = ['question', 'export'];
