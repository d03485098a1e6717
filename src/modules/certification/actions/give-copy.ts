import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { CertificationDeps } from '../deps.ts';
import { type CopyWay, mayGive } from '../rules/electronic-copy.ts';
import { addStep } from '../store/electronic-copies.ts';
import type { By } from './by.ts';
import { atCounter, type CopyPress, onCopy } from './electronic-copy.ts';

/** The person has the file. Refusals: `not-your-counter`, `copy-not-signed`, `copy-given`, `copy-erased`. */
export function giveCopy(
  deps: CertificationDeps,
  by: By,
  press: CopyPress & { readonly way: CopyWay },
): Promise<Outcome<null>> {
  return onCopy(deps, by, press, 'certification/give-copy', async (tx, copy) => {
    if (!atCounter(by, copy)) return refused('certification/not-your-counter');
    const may = mayGive(copy);
    if (!may.ok) return may;
    const { accountId } = by.actor;
    await addStep(tx, copy, { at: deps.clock.now(), accountId, pressKey: press.key, way: press.way });
    return accepted(null);
  });
}
