import { postsWithRole } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { listOutcomes } from '#modules/dossiers/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { CertificationDeps } from '../deps.ts';
import { certifyingRoles, signingAgencies } from '../rules/access.ts';
import { type CopyKey, isPressDone, type ListedCopy, lockCopy } from '../store/electronic-copies.ts';
import type { By } from './by.ts';
import { listSignersOf } from './sign-by-hand.ts';

export interface CopyPress extends CopyKey {
  /** Made with the page: a second press finds the first. */
  readonly key: string;
}

const ended: readonly string[] = ['withdrawn', 'stopped', 'not-accepted'];

/**
 * One press on an electronic copy: by who may open it, locked, done once, audited. Refusals: `copy-not-wished` (also
 * what this person may not see), `copy-ended`, and those of `act`.
 */
export function onCopy(
  deps: CertificationDeps,
  by: By,
  press: CopyPress,
  action: `certification/${string}`,
  act: (tx: Tx, copy: ListedCopy) => Promise<Outcome<unknown>>,
): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const found = await lockCopy(tx, press);
    const copy = found && (await mayOpen(deps, by, found)) ? found : undefined;
    if (copy && (await isPressDone(tx, press.key))) return accepted(null);
    const done = copy ? await unlessEnded(tx, copy, act) : refused('certification/copy-not-wished');
    await record(tx, {
      ...by.origin,
      action,
      accountId: by.actor.accountId,
      subject: { kind: 'dossier', id: found?.dossierNumber ?? 'unknown' },
      ...(done.ok ? { result: 'allowed' } : { result: 'refused', reason: done.refusal.code }),
    });
    return done.ok ? accepted(null) : done;
  });
}

async function unlessEnded(
  tx: Tx,
  copy: ListedCopy,
  act: (tx: Tx, copy: ListedCopy) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const [outcome] = await listOutcomes(tx, [copy.dossierId]);
  if (!outcome || ended.includes(outcome.state)) return refused('certification/copy-ended');
  return act(tx, copy);
}

/** The counter that gave the number, and who signs certifications of the agency; to anyone else it does not exist. */
export async function mayOpen(deps: CertificationDeps, by: By, copy: ListedCopy): Promise<boolean> {
  return atCounter(by, copy) || (await findSigner(deps, by, copy.agencyId)) !== undefined;
}

/** Scanned and handed over at the counter that keeps the book. */
export function atCounter({ actor }: By, { oneStopId }: ListedCopy): boolean {
  return postsWithRole(actor, certifyingRoles).some((post) => post.officeId === oneStopId);
}

/** As who this person signs certifications of an agency today; undefined: no right to. */
export async function findSigner(deps: CertificationDeps, { actor }: By, agencyId: string) {
  if (!signingAgencies(actor).includes(agencyId)) return undefined;
  return (await listSignersOf(deps, agencyId)).find((one) => one.accountId === actor.accountId);
}
