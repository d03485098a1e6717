import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { contentId } from '#platform/random/content-id.ts';
import type { CatalogueDeps } from '../deps.ts';
import {
  type DatedEffect,
  mayCompare,
  maySet,
  mayTakeBack,
  type WantedEffect,
} from '../rules/dated-effect.ts';
import {
  insertClockEffect,
  insertComparison,
  insertTakenBack,
  listDatedEffects,
  lockClockEffects,
} from '../store/clock-effects.ts';
import { listVersions } from '../store/procedures.ts';

interface Press {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

interface RowPress extends Press {
  readonly effectId: string;
}

type Done = Outcome<DatedEffect>;

/**
 * Adds a row that holds from a later day on; the former ends the day before, and nothing is written over. The key is made
 * with the form: the same press never acts twice. Refuses what `maySet` refuses, `catalogue/no-such-procedure`.
 */
export function setClockEffect(
  deps: CatalogueDeps,
  press: Press & { readonly key: string; readonly effect: WantedEffect },
): Promise<Outcome<{ readonly id: string }>> {
  return inTransaction<Outcome<{ readonly id: string }>>(deps.db, async (tx) => {
    await lockClockEffects(tx);
    const { key, effect } = press;
    const id = contentId({ key, effect }); // the page gone back to and changed is another word
    const all = await listDatedEffects(tx, effect.regime);
    if (all.some((one) => one.id === id)) return accepted({ id });
    const now = deps.clock.now();
    const may = maySet(all, effect, dateOf(now));
    if (!may.ok) return may;
    const { procedureCode: code } = effect;
    if (code !== null && (await listVersions(tx, code)).length === 0)
      return refused('catalogue/no-such-procedure', { code }, 'procedure');
    await insertClockEffect(tx, id, effect, { ...personOf(press), at: now });
    await note(tx, press, 'catalogue/set-clock-effect', id);
    return accepted({ id });
  });
}

/** Takes back a row that has not begun; twice changes nothing. Refuses what `mayTakeBack` refuses. */
export function takeBackClockEffect(deps: CatalogueDeps, press: RowPress): Promise<Done> {
  return aboutRow(deps, press, async (tx, row) => {
    if (row.takenBack) return accepted(row);
    const now = deps.clock.now();
    const may = mayTakeBack(row, dateOf(now));
    if (!may.ok) return may;
    await insertTakenBack(tx, row.id, { ...personOf(press), at: now });
    await note(tx, press, 'catalogue/take-back-clock-effect', row.id);
    return accepted(row);
  });
}

/**
 * Says that a row was compared with the text of the law, and with which; the same person again changes nothing.
 * Refuses `catalogue/clock-source-missing`, `catalogue/text-too-long`, what `mayCompare` refuses.
 */
export function compareClockEffect(
  deps: CatalogueDeps,
  press: RowPress & { readonly source: string },
): Promise<Done> {
  return aboutRow(deps, press, async (tx, row) => {
    if (row.comparison?.accountId === press.actor.accountId) return accepted(row);
    const source = cleanLine(press.source).text;
    if (source === '') return refused('catalogue/clock-source-missing', {}, 'source');
    if ([...source].length > 500) return refused('catalogue/text-too-long', { most: 500 }, 'source');
    const may = mayCompare(row, press.actor.accountId);
    if (!may.ok) return may;
    await insertComparison(tx, row.id, source, { ...personOf(press), at: deps.clock.now() });
    await note(tx, press, 'catalogue/compare-clock-effect', row.id);
    return accepted(row);
  });
}

function aboutRow(
  deps: CatalogueDeps,
  { effectId }: RowPress,
  act: (tx: Tx, row: DatedEffect) => Promise<Done>,
): Promise<Done> {
  return inTransaction<Done>(deps.db, async (tx) => {
    await lockClockEffects(tx);
    const all = [...(await listDatedEffects(tx, '2018')), ...(await listDatedEffects(tx, '2025'))];
    const row = all.find((one) => one.id === effectId);
    return row ? act(tx, row) : refused('catalogue/no-such-clock-effect');
  });
}

function personOf({ actor }: Press) {
  return { accountId: actor.accountId, name: actor.name };
}

function note(tx: Tx, { actor, origin }: Press, action: string, id: string): Promise<void> {
  return record(tx, {
    ...origin,
    action,
    accountId: actor.accountId,
    subject: { kind: 'clock-effect', id },
    result: 'allowed',
  });
}
