import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, type Refusal } from '#kernel/refusal.ts';
import {
  accept,
  askForCorrection,
  type BeginPress,
  type Done,
  type Guidance,
  notAccept,
  submit,
} from '#modules/dossiers/index.ts';
import type { CounterDeps } from '../deps.ts';
import { readDraft } from '../rules/read-draft.ts';
import type { Need } from '../rules/read-party.ts';
import type { By } from './by.ts';
import { type OpenedDraft, openDraft } from './open-draft.ts';
import { settlingOf } from './settle-draft.ts';
import { takeFee } from './take-fee.ts';

export type Finished =
  | { readonly kind: 'done'; readonly dossier: string }
  | { readonly kind: 'not-found' }
  /** Told all at once, each with its field. */
  | { readonly kind: 'problems'; readonly problems: readonly Refusal[] };

/**
 * Accepts what the draft says: a number, a due date, a receipt, and the money with its own; for a training dossier
 * nobody takes any.
 */
export function acceptDraft(deps: CounterDeps, by: By, draftId: string): Promise<Finished> {
  return finish(deps, by, draftId, 'all', (press) => accept(deps, press));
}

/** Files it for a review later: nothing but a name has to be there. */
export function submitDraft(deps: CounterDeps, by: By, draftId: string): Promise<Finished> {
  return finish(deps, by, draftId, 'name', (press) => submit(deps, press));
}

export function askForCorrectionOfDraft(
  deps: CounterDeps,
  by: By,
  draftId: string,
  guidance: Guidance,
): Promise<Finished> {
  return finish(deps, by, draftId, 'name', (press) => askForCorrection(deps, press, guidance));
}

export function notAcceptDraft(
  deps: CounterDeps,
  by: By,
  draftId: string,
  reason: string,
): Promise<Finished> {
  return finish(deps, by, draftId, 'name', (press) => notAccept(deps, press, reason));
}

/**
 * One draft ends once: the draft's id is the key of the press, so a second press, a reload or a lost answer
 * finds the dossier that the first one made.
 */
async function finish(
  deps: CounterDeps,
  by: By,
  draftId: string,
  need: Need,
  act: (press: BeginPress) => Promise<Outcome<Done>>,
): Promise<Finished> {
  const opened = await openDraft(deps, by.actor, draftId);
  if (!opened) return { kind: 'not-found' };
  if (opened.draft.dossier !== null) return { kind: 'done', dossier: opened.draft.dossier };
  if (need === 'all' && deps.ownPage?.(opened.procedure.code) && !opened.draft.training)
    return { kind: 'problems', problems: [{ code: 'counter/received-on-own-page' }] };
  const { draft, offer, files } = opened;
  const today = dateOf(deps.clock.now());
  const { filing, charge, problems } = readDraft({ fields: draft.fields, offer, files, today, need });
  if (problems.length > 0) return { kind: 'problems', problems };
  const settling = settlingOf(deps, by, opened);
  const done = await act({
    ...pressOf(by, opened, filing),
    beforehand: settling.beforehand,
    alongside: async (tx, dossier) => {
      await settling.end(tx, dossier);
      if (!dossier.training) await takeFee(tx, deps, by, opened, dossier, charge);
      return accepted(null);
    },
  });
  if (!done.ok) return { kind: 'problems', problems: [done.refusal] };
  return { kind: 'done', dossier: done.value.number };
}

export function pressOf(
  by: By,
  { draft, procedure, oneStop }: OpenedDraft,
  filing: ReturnType<typeof readDraft>['filing'],
): BeginPress {
  const { existing } = draft;
  return {
    actor: by.actor,
    origin: by.origin,
    key: draft.id,
    training: draft.training,
    input: {
      ...filing,
      draftId: draft.id,
      oneStopId: oneStop.id,
      procedureVersionId: procedure.versionId,
    },
    existing: existing && { number: existing.reference, seenSeq: existing.seenSeq },
  };
}

/** What stands in the way of a filing with only what `need` asks for; nothing is done. */
export function problemsOf(opened: OpenedDraft, now: ReturnType<CounterDeps['clock']['now']>, need: Need) {
  const { draft, offer, files } = opened;
  return readDraft({ fields: draft.fields, offer, files, today: dateOf(now), need }).problems;
}
