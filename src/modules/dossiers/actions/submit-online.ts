import { dossierReference, REFERENCE_BYTES } from '#kernel/dossier-number.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { submitOnline as decideSubmitOnline } from '../rules/decide.ts';
import type { Done, DossierDeps } from './deps.ts';
import { finishPress, orRefusal } from './perform.ts';
import { type FilingInput, prepareFiling } from './prepare-filing.ts';

/** A citizen's own press: no account, no post; the draft makes it happen once. */
export interface OnlineSubmission {
  readonly origin: AuditOrigin;
  readonly key: string;
  readonly input: FilingInput & { readonly draftId: string };
}

/**
 * A person files online. The dossier waits at the one-stop for review and has a reference, not a number.
 * Refusals: those of `prepareFiling`, `dossiers/online-only` and `dossiers/press-used`.
 */
export function submitOnline(deps: DossierDeps, press: OnlineSubmission): Promise<Outcome<Done>> {
  const { draftId } = press.input;
  return orRefusal<Done>(
    inTransaction<Outcome<Done>>(deps.db, async (tx) => {
      await deps.stores.lockDraft(tx, draftId);
      const { done: used, made } = await deps.stores.findBegun(tx, press.key, draftId);
      if (used && (used.command !== 'submit' || used.accountId !== null || used.draftId !== draftId))
        return refused('dossiers/press-used');
      const done = used ?? made;
      if (done) return accepted({ number: done.number, repeated: true });
      return file(tx, deps, press);
    }),
  );
}

async function file(tx: Tx, deps: DossierDeps, press: OnlineSubmission): Promise<Outcome<Done>> {
  const { input } = press;
  const now = deps.clock.now();
  const prepared = await prepareFiling(tx, deps, input, now);
  if (!prepared.ok) return prepared;
  const events = decideSubmitOnline({
    now,
    filing: prepared.value.filing,
    personal: input.personal,
    reference: dossierReference(deps.random.bytes(REFERENCE_BYTES)),
    draftId: input.draftId,
    training: false,
  });
  if (!events.ok) return events;
  const after = await deps.stores.insertDossier(tx, deps.random.uuid(deps.machineMs()), events.value, deps);
  await finishPress(tx, deps, { ...press, actor: null }, 'submit', {
    before: null,
    after,
    events: events.value,
  });
  return accepted({ number: after.reference, repeated: false });
}
