import type { Instant } from '#kernel/instant.ts';
import { isOverdue, type PublicDossier } from '#modules/dossiers/index.ts';

/** How a dossier stands for whoever waits for it: one word for state and time together. */
export type Standing =
  | 'waiting-for-papers'
  | 'call-to-come'
  | 'waiting-for-payment'
  | 'waiting-for-opinion'
  | 'waiting-outside'
  | 'on-time'
  | 'late'
  | 'no-limit'
  | 'done'
  | 'returned'
  | 'withdrawn'
  | 'stopped'
  | 'not-accepted';

const ended: Readonly<Partial<Record<PublicDossier['state'], Standing>>> = {
  decided: 'done',
  returned: 'returned',
  withdrawn: 'withdrawn',
  stopped: 'stopped',
  'not-accepted': 'not-accepted',
};

/** At the due minute itself it is not yet late. The one-stop, not the specialist, speaks to the citizen. */
export function standingOf({ state, task, clock, waitsOutside }: PublicDossier, now: Instant): Standing {
  const end = ended[state];
  if (end) return end;
  if (state === 'awaiting-supplement')
    return task === 'announce-supplement' ? 'call-to-come' : 'waiting-for-papers';
  if (state === 'awaiting-payment') return 'waiting-for-payment';
  if (clock.state === 'suspended') return waitsOutside ? 'waiting-outside' : 'waiting-for-opinion';
  if (clock.dueAt === null) return 'no-limit';
  return isOverdue({ runs: clock.state === 'running', dueAt: clock.dueAt }, now) ? 'late' : 'on-time';
}
