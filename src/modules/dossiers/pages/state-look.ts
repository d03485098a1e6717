import type { IconName } from '#ui/components/icon.tsx';
import type { Tone } from '#ui/components/state.tsx';
import type { State, Task } from '../rules/dossier.ts';
import type { EventType } from '../rules/event.ts';

interface Look {
  readonly icon: IconName;
  readonly tone?: Tone;
}

/** Icon and colour beside the word of a state. */
export const stateLooks: Readonly<Record<State, Look>> = {
  submitted: { icon: 'inbox', tone: 'info' },
  'correction-asked': { icon: 'pause', tone: 'warning' },
  'not-accepted': { icon: 'refuse' },
  accepted: { icon: 'inbox', tone: 'info' },
  'in-progress': { icon: 'dot', tone: 'info' },
  'awaiting-supplement': { icon: 'pause', tone: 'warning' },
  'awaiting-payment': { icon: 'wallet', tone: 'warning' },
  decided: { icon: 'stamp', tone: 'success' },
  returned: { icon: 'ok', tone: 'success' },
  withdrawn: { icon: 'back' },
  stopped: { icon: 'refuse' },
};

/** In a list blue says *newly arrived* and nothing else. */
export function lookInList(state: State): Look {
  const { icon } = stateLooks[state];
  return state === 'in-progress' ? { icon } : stateLooks[state];
}

const newly: Look = { icon: 'inbox', tone: 'info' };

/** In a list of work the task says more than the state. */
export const taskLooks: Readonly<Record<Task, Look>> = {
  review: newly,
  'await-correction': { icon: 'pause', tone: 'warning' },
  forward: newly,
  'confirm-receipt': newly,
  start: newly,
  work: { icon: 'dot' },
  decide: { icon: 'sign' },
  'announce-supplement': { icon: 'phone', tone: 'warning' },
  'await-supplement': { icon: 'pause', tone: 'warning' },
  'await-payment': { icon: 'wallet', tone: 'warning' },
  'hand-over': { icon: 'stamp', tone: 'success' },
  none: { icon: 'ok' },
};

export const eventIcons: Readonly<Record<EventType, IconName>> = {
  submitted: 'inbox',
  accepted: 'ok',
  'taken-over': 'inbox',
  'correction-asked': 'file',
  'not-accepted': 'refuse',
  'data-corrected': 'sign',
  'procedure-corrected': 'sign',
  'acceptance-annulled': 'refuse',
  forwarded: 'send',
  'receipt-confirmed': 'inbox',
  'receipt-refused': 'back',
  'step-started': 'user',
  'step-finished': 'check',
  'step-returned': 'back',
  reassigned: 'users',
  'supplement-asked': 'pause',
  'supplement-announced': 'phone',
  'supplement-received': 'file',
  'opinion-asked': 'users',
  'opinion-answered': 'check',
  'payment-asked': 'wallet',
  'payment-recorded': 'wallet',
  'due-date-recomputed': 'calendar',
  're-appointed': 'calendar',
  decided: 'stamp',
  'signed-by-hand': 'sign',
  'decision-taken-back': 'back',
  'result-announced': 'phone',
  'date-announced': 'phone',
  'slip-printed': 'print',
  'handed-over': 'ok',
  withdrawn: 'back',
  stopped: 'refuse',
  'closed-for-silence': 'refuse',
  'late-cause-corrected': 'sign',
  'personal-erased': 'refuse',
};
