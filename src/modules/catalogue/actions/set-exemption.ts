import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { CatalogueDeps } from '../deps.ts';
import { maySay } from '../rules/exemption.ts';
import { groupKeyOf, type WantedExemption } from '../rules/read-exemption.ts';
import { insertExemption, listFeeExemptions, lockExemptions } from '../store/fee-exemptions.ts';
import { listVersions } from '../store/procedures.ts';

export interface ExemptionPress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** Made with the form, the id of the row: the same press never acts twice. */
  readonly key: string;
  /** null: a group that there was not. */
  readonly group: string | null;
  /** The last word of the group that the page showed; null of a new one. */
  readonly seen: string | null;
  readonly exemption: WantedExemption;
}

/**
 * Adds a word about a group; what was said before stays to be read. Refuses what `maySay` refuses,
 * `catalogue/no-such-procedure`, `catalogue/exemption-exists` (a new group that is none),
 * `catalogue/no-such-exemption`, `catalogue/exemption-changed` (somebody was faster), `catalogue/name-without-letters`.
 */
export function setExemption(
  deps: CatalogueDeps,
  press: ExemptionPress,
): Promise<Outcome<{ readonly group: string }>> {
  return inTransaction<Outcome<{ readonly group: string }>>(deps.db, async (tx) => {
    await lockExemptions(tx);
    const all = await listFeeExemptions(tx);
    const done = all.find((one) => one.id === press.key);
    if (done) return accepted({ group: done.key });
    const now = deps.clock.now();
    const may = maySay(press.exemption, dateOf(now));
    if (!may.ok) return may;
    const group = groupOf(press, all);
    if (!group.ok) return group;
    const unknown = await unknownProcedure(tx, press.exemption.procedureCodes ?? []);
    if (unknown !== undefined) return refused('catalogue/no-such-procedure', { code: unknown }, 'procedures');
    const { actor, origin, exemption } = press;
    const setBy = { accountId: actor.accountId, name: actor.name, at: now };
    await insertExemption(tx, { ...exemption, id: press.key, key: group.value, setBy });
    await record(tx, {
      ...origin,
      action: 'catalogue/set-exemption',
      accountId: actor.accountId,
      subject: { kind: 'fee-exemption', id: group.value },
      result: 'allowed',
    });
    return accepted({ group: group.value });
  });
}

function groupOf(
  { group, seen, exemption }: ExemptionPress,
  all: readonly { readonly key: string; readonly id: string }[],
): Outcome<string> {
  if (group === null) {
    const key = groupKeyOf(exemption.name.vi);
    if (key === '') return refused('catalogue/name-without-letters', {}, 'name');
    const taken = all.some((one) => one.key === key);
    return taken ? refused('catalogue/exemption-exists', {}, 'name') : accepted(key);
  }
  const last = all.findLast((one) => one.key === group);
  if (!last) return refused('catalogue/no-such-exemption');
  return last.id === seen ? accepted(group) : refused('catalogue/exemption-changed');
}

async function unknownProcedure(tx: Tx, codes: readonly string[]): Promise<string | undefined> {
  for (const code of codes) if ((await listVersions(tx, code)).length === 0) return code;
  return undefined;
}
