import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { findProcedure, type Procedure, whereToGo } from '#modules/catalogue/index.ts';
import { getOffice } from '#modules/identity/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import type { Fields } from '../rules/fields.ts';
import { firstFields } from '../rules/fill-fields.ts';
import { fitting } from '../rules/like-before.ts';
import { insertDraft, type NewDraft } from '../store/drafts.ts';
import { type By, counterPost } from './by.ts';
import { offerFor } from './open-draft.ts';

interface Wanted {
  readonly code: string;
  /** The counter; the person's first one where none is named. */
  readonly officeId?: string | undefined;
  /** To practise with: what comes of it counts nowhere. */
  readonly training?: boolean;
  /** Begun like an earlier dossier; `key` of the press: pressed again it is the same draft. */
  readonly like?: { readonly key: string; readonly number: string; readonly copied: Fields };
}

/** Begins a draft for a procedure that this one-stop may receive; refuses with where to go instead. */
export async function startDraft(
  deps: CounterDeps,
  by: By,
  wanted: Wanted,
): Promise<Outcome<{ readonly draftId: string }>> {
  const now = deps.clock.now();
  const procedure = await findProcedure(deps.db, wanted.code, dateOf(now));
  if (!procedure) return refused('counter/no-such-procedure', { code: wanted.code.slice(0, 40) });
  const post = counterPost(by.actor, wanted.officeId, procedure);
  if (!post) return refused('counter/not-your-counter');
  const agency = await getOffice(deps.db, post.agencyId);
  const here = whereToGo(procedure, agency.level, dateOf(now));
  if (!here.ok) return here;
  const byPost = post.role === 'postal-staff';
  const { cases, fees } = offerFor(procedure, { channel: byPost ? 'post' : 'direct' }, false);
  const id = wanted.like?.key ?? deps.random.uuid(deps.machineMs());
  const copied = wanted.like && fitting(wanted.like.copied, keysOf(procedure));
  await inTransaction(deps.db, async (tx) => {
    const begun = await insertDraft(tx, deps, {
      id,
      accountId: by.actor.accountId,
      officeId: post.officeId,
      procedure,
      training: wanted.training ?? false,
      existing: null,
      like: wanted.like && copied ? { number: wanted.like.number, copied } : null,
      fields: { ...firstFields({ cases, fees, byPost }), ...copied },
      at: now,
    });
    if (begun) await recordStart(tx, by, { id, officeId: post.officeId });
  });
  return accepted({ draftId: id });
}

function keysOf({ cases, papers }: Procedure) {
  return { caseKeys: cases.map(({ key }) => key), paperKeys: papers.map(({ key }) => key) };
}

async function recordStart(tx: Tx, by: By, draft: Pick<NewDraft, 'id' | 'officeId'>): Promise<void> {
  await record(tx, {
    ...by.origin,
    action: 'counter/start-draft',
    accountId: by.actor.accountId,
    officeId: draft.officeId,
    subject: { kind: 'draft', id: draft.id },
    result: 'allowed',
  });
}
