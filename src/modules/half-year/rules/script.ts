import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Dossier, FilingInput, Scripted, ScriptedLater } from '#modules/dossiers/index.ts';
import type { Life } from './life.ts';
import type { Planned } from './next-press.ts';

/** A press of a life that is about to be given. */
export interface Coming {
  readonly life: Life;
  readonly dossier: Dossier | undefined;
  readonly planned: Planned | null;
}

/** Not taken in yet: it is begun, or gone on with, at the counter. */
export function isAtBeginning({ dossier, planned }: Coming): boolean {
  return !planned || !dossier || dossier.state === 'submitted' || dossier.state === 'correction-asked';
}

/** What the counter does with what has come. */
export function beginningOf({ life, dossier }: Coming): 'ask-for-correction' | 'not-accept' | 'accept' {
  if (life.sentBack && dossier?.state === 'submitted') return 'ask-for-correction';
  return life.turnedAway ? 'not-accept' : 'accept';
}

const guidance = {
  items: [{ name: 'Giấy tờ tùy thân', what: 'Chụp lại rõ cả hai mặt' }],
  reason: 'Ảnh chụp mờ',
};
const NOT_HERE = 'Thủ tục không thuộc thẩm quyền giải quyết';

interface Given {
  readonly at: Instant;
  /** Null: the citizen, who files online. */
  readonly actor: Actor | null;
  readonly key: string;
  readonly draftId: string;
  /** What is typed at acceptance about the fee. */
  readonly fee: FilingInput['fee'] | null;
}

/** The press as it is given. */
export function scriptOf(
  coming: Coming,
  { at, actor, key, draftId, fee }: Given,
  filing: FilingInput['personal'],
): Scripted {
  const { life, dossier, planned } = coming;
  if (dossier && planned && !isAtBeginning(coming)) {
    const { command } = planned;
    const number = dossier.number ?? dossier.reference;
    const what = { command, input: planned.input(at), number, seenSeq: dossier.seq } as ScriptedLater;
    return { at, key, actor, what };
  }
  const input = { ...life.input, draftId, personal: filing, fee: fee ?? life.input.fee };
  if (!actor) return { at, key, actor, what: { command: 'submit-online', input } };
  const existing = dossier ? { number: dossier.reference, seenSeq: dossier.seq } : null;
  const command = beginningOf(coming);
  switch (command) {
    case 'ask-for-correction':
      return { at, key, actor, what: { command, input, existing, guidance } };
    case 'not-accept':
      return { at, key, actor, what: { command, input, existing, reason: NOT_HERE } };
    case 'accept':
      return { at, key, actor, what: { command, input, existing } };
  }
}
