import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { mayCorrectProcedure } from './decide-corrections.ts';
import { maySignWithInk } from './decide-endings.ts';
import { mayCloseForSilence, mayReAppoint } from './decide-waiting.ts';
import type { Dossier } from './dossier.ts';
import { isLate } from './late-cause.ts';
import type { CommandName } from './transitions.ts';

type Condition = (dossier: Dossier, now: Instant) => boolean;

const conditions: Partial<Record<CommandName, Condition>> = {
  'annul-acceptance': ({ receivedAt }, now) => receivedAt !== null && dateOf(receivedAt) === dateOf(now),
  'announce-date': ({ knownDueAt }) => knownDueAt !== null,
  'correct-cause': (dossier, now) => dossier.personal !== null && isLate(dossier, now),
  'correct-procedure': (dossier) => mayCorrectProcedure(dossier).ok,
  're-appoint': (dossier) => mayReAppoint(dossier).ok,
  'record-hand-signature': maySignWithInk,
  'close-for-silence': (dossier, now) => mayCloseForSilence(dossier, dateOf(now)).ok,
};

/** Nobody is offered what would be refused to everybody now; the refusal itself is the rule's. */
export function isPossible(dossier: Dossier, command: CommandName, now: Instant): boolean {
  return conditions[command]?.(dossier, now) ?? true;
}
