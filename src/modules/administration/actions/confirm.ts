import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import type { ConfirmedHere } from '../rules/unchecked.ts';
import { insertConfirmation, listConfirmations, type StoredConfirmation } from '../store.ts';
import { digestOf, listUnchecked } from './list-unchecked.ts';

export interface ConfirmPress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  readonly newId: string;
  readonly kind: ConfirmedHere;
  readonly key: string;
  /** Digest of what was shown. */
  readonly seen: string;
  /** Text, decision or page it was compared with. */
  readonly source: string;
}

/**
 * Somebody compared one loaded thing with its source. The same press again changes nothing. Refuses
 * `administration/source-missing`, `administration/changed-meanwhile` (the data are others now),
 * `administration/already-confirmed` (somebody was faster), `administration/not-found`.
 */
export async function confirm(
  { db }: { readonly db: Database },
  press: ConfirmPress,
): Promise<Outcome<true>> {
  const source = cleanLine(press.source).text;
  if (source === '') return refused('administration/source-missing', {}, 'nguon');
  const { actor, origin, kind, key, newId: id } = press;
  return inTransaction(db, async (tx) => {
    const unchecked = await listUnchecked(tx, dateOf(origin.legalNow));
    // read after the list: what a faster press took off it is found here
    const done = await listConfirmations(tx);
    if (done.some((one) => one.id === id)) return accepted(true);
    const item = unchecked.find((one) => one.kind === kind && one.key === key);
    if (!item) return whyGone(done, press);
    if (digestOf(item.content) !== press.seen) return refused('administration/changed-meanwhile');
    const faster = await insertConfirmation(tx, {
      id,
      kind,
      key,
      contentSha256: press.seen,
      source,
      confirmedBy: actor.accountId,
      confirmedByName: actor.name,
      at: origin.legalNow,
    });
    if (faster !== undefined) return refused('administration/already-confirmed', { by: faster });
    await record(tx, {
      ...origin,
      action: 'administration/confirm',
      accountId: actor.accountId,
      subject: { kind, id: key },
      result: 'allowed',
    });
    return accepted(true);
  });
}

/** Not in the list any more: confirmed by another, or never there. */
function whyGone(done: readonly StoredConfirmation[], { kind, key, seen }: ConfirmPress): Outcome<true> {
  const first = done.find((one) => one.kind === kind && one.key === key && one.contentSha256 === seen);
  return first
    ? refused('administration/already-confirmed', { by: first.confirmedByName })
    : refused('administration/not-found');
}
