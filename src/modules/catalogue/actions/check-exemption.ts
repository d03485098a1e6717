import type { Actor } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CatalogueDeps } from '../deps.ts';
import { mayCheck } from '../rules/exemption.ts';
import { insertExemptionCheck, listFeeExemptions, lockExemptions } from '../store/fee-exemptions.ts';

export interface CheckPress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  readonly exemptionId: string;
  /** The text it was compared with. */
  readonly source: string;
}

/**
 * Somebody compared the last word about a group with its source; staff are not warned any more. The same person
 * again changes nothing. Refuses `catalogue/text-missing`, `catalogue/no-such-exemption`, what `mayCheck` refuses.
 */
export function checkExemption(
  deps: CatalogueDeps,
  press: CheckPress,
): Promise<Outcome<{ readonly group: string }>> {
  const source = cleanLine(press.source).text;
  const field = 'source';
  if (source === '') return Promise.resolve(refused('catalogue/text-missing', {}, field));
  if ([...source].length > 500)
    return Promise.resolve(refused('catalogue/text-too-long', { most: 500 }, field));
  return inTransaction<Outcome<{ readonly group: string }>>(deps.db, async (tx) => {
    await lockExemptions(tx);
    const { actor, origin, exemptionId } = press;
    const found = (await listFeeExemptions(tx)).find((one) => one.id === exemptionId);
    if (!found) return refused('catalogue/no-such-exemption');
    if (found.checked?.accountId === actor.accountId) return accepted({ group: found.key });
    const may = mayCheck(found, actor.accountId);
    if (!may.ok) return may;
    const at = deps.clock.now();
    await insertExemptionCheck(tx, found.id, {
      source,
      accountId: actor.accountId,
      name: actor.name,
      at,
    });
    await record(tx, {
      ...origin,
      action: 'catalogue/check-exemption',
      accountId: actor.accountId,
      subject: { kind: 'fee-exemption', id: found.key },
      result: 'allowed',
    });
    return accepted({ group: found.key });
  });
}
