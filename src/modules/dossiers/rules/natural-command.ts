import type { Task } from './dossier.ts';
import type { CommandName } from './transitions.ts';

/** What carries a dossier on when this is its task; somebody can always give it while the dossier is open. */
export const naturalCommand: Readonly<Partial<Record<Task, CommandName>>> = {
  review: 'accept',
  'await-correction': 'accept',
  forward: 'forward',
  'confirm-receipt': 'confirm-receipt',
  start: 'start-step',
  work: 'finish-step',
  decide: 'decide',
  'announce-supplement': 'announce-supplement',
  'await-supplement': 'receive-supplement',
  'await-payment': 'record-payment',
  'hand-over': 'hand-over',
};
