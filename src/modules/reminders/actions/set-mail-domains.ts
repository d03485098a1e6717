import { postsWithRole } from '#kernel/actor.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { Presser, ReminderDeps } from '../deps.ts';
import { readDomains } from '../rules/mail-domains.ts';
import { insertMailDomains } from '../store/mail-domains.ts';

/**
 * The system administrator decides at which mail domains letters may arrive. Earlier decisions stay; addresses elsewhere get
 * nothing from now on. Refusals: those of `readDomains`.
 */
export async function setMailDomains(
  { db, clock }: Pick<ReminderDeps, 'db' | 'clock'>,
  { actor, origin, key }: Presser,
  typed: string,
): Promise<Outcome<null>> {
  const read = readDomains(typed);
  if (!read.ok) return read;
  return inTransaction<Outcome<null>>(db, async (tx) => {
    const by = { setAt: clock.now(), setBy: actor.accountId, setByName: actor.name };
    if (!(await insertMailDomains(tx, { domains: read.value, ...by, key }))) return accepted(null);
    // the first administrator has no post yet
    const post = postsWithRole(actor, ['system-administrator']).find(({ id }) => id !== actor.accountId);
    await record(tx, {
      ...origin,
      action: 'reminders/set-mail-domains',
      accountId: actor.accountId,
      postId: post?.id ?? null,
      officeId: post?.officeId ?? null,
      subject: { kind: 'setting', id: key },
      result: 'allowed',
    });
    return accepted(null);
  });
}
