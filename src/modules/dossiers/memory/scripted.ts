import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/database.ts';
import { accept } from '../actions/accept.ts';
import { announceResult } from '../actions/announce-result.ts';
import { announceSupplement } from '../actions/announce-supplement.ts';
import { annulAcceptance } from '../actions/annul-acceptance.ts';
import { answerOpinion } from '../actions/answer-opinion.ts';
import { askForCorrection } from '../actions/ask-for-correction.ts';
import { askForPayment } from '../actions/ask-for-payment.ts';
import { askForSupplement } from '../actions/ask-for-supplement.ts';
import { askOpinion } from '../actions/ask-opinion.ts';
import type { BeginPress } from '../actions/begin.ts';
import { closeForSilence } from '../actions/close-for-silence.ts';
import { confirmReceipt } from '../actions/confirm-receipt.ts';
import { decide } from '../actions/decide.ts';
import type { Done, DossierDeps } from '../actions/deps.ts';
import { finishStep } from '../actions/finish-step.ts';
import { forward } from '../actions/forward.ts';
import { handOver } from '../actions/hand-over.ts';
import { notAccept } from '../actions/not-accept.ts';
import type { FilingInput } from '../actions/prepare-filing.ts';
import { reAppoint } from '../actions/re-appoint.ts';
import { reassign } from '../actions/reassign.ts';
import { receiveSupplement } from '../actions/receive-supplement.ts';
import { recordPayment } from '../actions/record-payment.ts';
import { refuseReceipt } from '../actions/refuse-receipt.ts';
import { returnStep } from '../actions/return-step.ts';
import { startStep } from '../actions/start-step.ts';
import { stop } from '../actions/stop.ts';
import { submitOnline } from '../actions/submit-online.ts';
import { withdraw } from '../actions/withdraw.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { Guidance } from '../rules/event.ts';

/** The commands on a dossier that a script may give, each with what its action takes. */
const later = {
  forward,
  'confirm-receipt': (deps, press, _: null) => confirmReceipt(deps, press),
  'refuse-receipt': refuseReceipt,
  'start-step': (deps, press, _: null) => startStep(deps, press),
  'finish-step': finishStep,
  'return-step': returnStep,
  reassign,
  'ask-for-supplement': askForSupplement,
  'announce-supplement': announceSupplement,
  'receive-supplement': receiveSupplement,
  'ask-for-payment': askForPayment,
  'record-payment': recordPayment,
  'ask-opinion': askOpinion,
  'answer-opinion': answerOpinion,
  're-appoint': reAppoint,
  decide,
  'announce-result': announceResult,
  'hand-over': handOver,
  withdraw,
  stop,
  'annul-acceptance': annulAcceptance,
  'close-for-silence': closeForSilence,
} satisfies Record<string, LaterAction<never>>;

type LaterAction<I> = (
  deps: DossierDeps,
  press: Parameters<typeof forward>[1],
  input: I,
) => Promise<Outcome<Done>>;
type Later = typeof later;

/** A command on a dossier that is there, by its number or reference and as it was seen. */
export type ScriptedLater = {
  [C in keyof Later]: {
    readonly command: C;
    readonly number: string;
    readonly seenSeq: number;
    readonly input: Parameters<Later[C]>[2];
  };
}[keyof Later];

interface Existing {
  readonly existing: { readonly number: string; readonly seenSeq: number } | null;
  readonly input: FilingInput;
}

export type ScriptedBeginning =
  | { readonly command: 'submit-online'; readonly input: FilingInput & { readonly draftId: string } }
  | ({ readonly command: 'accept' } & Existing)
  | ({ readonly command: 'ask-for-correction'; readonly guidance: Guidance } & Existing)
  | ({ readonly command: 'not-accept'; readonly reason: string } & Existing);

/** One press of an invented life. */
export interface Scripted {
  /** Legal time; it is also the machine's. */
  readonly at: Instant;
  /** Null: a citizen, who only submits. */
  readonly actor: Actor | null;
  readonly key: string;
  readonly what: ScriptedBeginning | ScriptedLater;
}

/** What else happens in the transaction that accepts. */
export type Alongside = (
  tx: Tx,
  dossier: Dossier,
  by: Pick<BeginPress, 'actor' | 'origin'>,
) => Promise<Outcome<null>>;

/** Gives a scripted command to its action, whatever the stores of `deps` are. */
export async function giveScripted(
  deps: DossierDeps,
  { at, actor, key, what }: Scripted,
  alongside?: Alongside,
): Promise<Outcome<Done>> {
  const origin = { legalNow: at, machineNow: at, address: '127.0.0.1', requestId: key };
  if (what.command === 'submit-online') return submitOnline(deps, { origin, key, input: what.input });
  if (!actor) throw new Error(`nobody gives ${what.command}`);
  const press = { origin, key, actor };
  switch (what.command) {
    case 'accept':
      return accept(deps, {
        ...press,
        ...{ input: what.input, existing: what.existing },
        ...(alongside && { alongside: (tx, dossier) => alongside(tx, dossier, press) }),
      });
    case 'ask-for-correction':
      return askForCorrection(deps, { ...press, input: what.input, existing: what.existing }, what.guidance);
    case 'not-accept':
      return notAccept(deps, { ...press, input: what.input, existing: what.existing }, what.reason);
    default: {
      const { number, seenSeq, command, input } = what;
      const action = later[command] as LaterAction<typeof input>;
      return action(deps, { ...press, number, seenSeq }, input);
    }
  }
}
