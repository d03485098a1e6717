import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { findProcedure, whereToGo } from '#modules/catalogue/index.ts';
import { getOffice } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import { firstFields } from '../rules/fill-fields.ts';
import { insertDraft } from '../store/drafts.ts';
import { type By, counterPost } from './by.ts';
import { offerFor } from './open-draft.ts';

interface Wanted {
  readonly code: string;
  readonly officeId?: string | undefined;
  /** To practise with: what comes of it counts nowhere. */
  readonly training?: boolean;
}

/** Begins a draft for a procedure that this one-stop may receive; refuses with where to go instead. */
export async function startDraft(
  deps: CounterDeps,
  by: By,
  wanted: Wanted,
): Promise<Outcome<{ readonly draftId: string }>> {
  const post = counterPost(by.actor, wanted.officeId);
  if (!post) return refused('counter/not-your-counter');
  const now = deps.clock.now();
  const procedure = await findProcedure(deps.db, wanted.code, dateOf(now));
  if (!procedure) return refused('counter/no-such-procedure', { code: wanted.code.slice(0, 40) });
  const agency = await getOffice(deps.db, post.agencyId);
  const here = whereToGo(procedure, agency.level, dateOf(now));
  if (!here.ok) return here;
  const byPost = post.role === 'postal-staff';
  const { cases, fees } = offerFor(procedure, { channel: byPost ? 'post' : 'direct' }, false);
  const id = deps.random.uuid(deps.machineMs());
  await inTransaction(deps.db, async (tx) => {
    await insertDraft(tx, deps, {
      id,
      accountId: by.actor.accountId,
      officeId: post.officeId,
      procedure,
      training: wanted.training ?? false,
      existing: null,
      fields: firstFields({ cases, fees, byPost }),
      at: now,
    });
    await record(tx, {
      ...by.origin,
      action: 'counter/start-draft',
      accountId: by.actor.accountId,
      officeId: post.officeId,
      subject: { kind: 'draft', id },
      result: 'allowed',
    });
  });
  return accepted({ draftId: id });
}
