import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { contentId } from '#platform/random/content-id.ts';
import { type ClockEffect, effectsOf } from '../rules/clock-effect.ts';
import { type DatedEffect, standingOf, type WantedEffect } from '../rules/dated-effect.ts';
import type { Regime } from '../rules/procedure.ts';

export interface EffectsAsked {
  readonly procedureCode: string;
  readonly regime: Regime;
  readonly on: CivilDate;
}

const columns = ['procedure_code', 'event', 'effect', 'most', 'basis', 'valid_from'] as const;

/** What events do to the clock of a dossier of this procedure on a day: as loaded, and as set since. */
export async function findClockEffects(
  q: Queries,
  { procedureCode, regime, on }: EffectsAsked,
): Promise<ClockEffects> {
  const set = q
    .selectFrom('catalogue.clock_effect_set as s')
    .leftJoin('catalogue.clock_effect_taken_back as b', 'b.effect_id', 's.id')
    .select([...columns, sql<CivilDate | null>`null::date`.as('valid_to'), sql<boolean>`true`.as('set')])
    .where('b.effect_id', 'is', null)
    .where('regime', '=', regime)
    .where((eb) => eb.or([eb('procedure_code', 'is', null), eb('procedure_code', '=', procedureCode)]))
    .where('valid_from', '<=', on);
  const rows = await q
    .selectFrom('catalogue.clock_effect')
    .select([...columns, 'valid_to', sql<boolean>`false`.as('set')])
    .where('regime', '=', regime)
    .where((eb) => eb.or([eb('procedure_code', 'is', null), eb('procedure_code', '=', procedureCode)]))
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', on)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .unionAll(set)
    .execute();
  // of two that begin on one day the one that a person set
  const inOrder = rows.toSorted((a, b) => Number(b.set) - Number(a.set));
  return effectsOf(inOrder.map((row) => ({ ...ruleFrom(row, regime), checked: false })));
}

interface RuleRow {
  readonly procedure_code: string | null;
  readonly event: string;
  readonly effect: string | null;
  readonly most: number | null;
  readonly basis: string;
  readonly valid_from: CivilDate | null;
  readonly valid_to: CivilDate | null;
}

function ruleFrom(row: RuleRow, regime: Regime): Omit<ClockEffect, 'checked'> {
  return {
    regime,
    procedureCode: row.procedure_code,
    event: row.event as ClockEffect['event'], // checked by the table
    effect: row.effect as ClockEffect['effect'],
    ...{ most: row.most, basis: row.basis, validFrom: row.valid_from, validTo: row.valid_to },
  };
}

/** Every row there ever was of a regime, of all procedures before those of one, a kind in the order of its days. */
export async function listDatedEffects(q: Queries, regime: Regime): Promise<DatedEffect[]> {
  const loaded = await q
    .selectFrom('catalogue.clock_effect')
    .selectAll()
    .where('regime', '=', regime)
    .execute();
  const set = await q
    .selectFrom('catalogue.clock_effect_set as s')
    .leftJoin('catalogue.clock_effect_taken_back as b', 'b.effect_id', 's.id')
    .selectAll('s')
    .select(['b.taken_back_by', 'b.taken_back_by_name', 'b.taken_back_at'])
    .where('regime', '=', regime)
    .execute();
  const compared = new Map(
    (await q.selectFrom('catalogue.clock_effect_check').selectAll().execute()).map((one) => [
      one.effect_id,
      {
        ...saidBy(one.checked_by, one.checked_by_name, one.checked_at),
        source: one.source,
      },
    ]),
  );
  const rows: DatedEffect[] = [
    ...loaded.map((row) => {
      const rule = ruleFrom(row, regime);
      const comparison = compared.get(contentId(rule)) ?? null;
      const checked = row.checked || comparison !== null;
      return { ...rule, id: contentId(rule), checked, comparison, setBy: null, takenBack: null };
    }),
    ...set.map((row) => {
      const comparison = compared.get(row.id) ?? null;
      const { taken_back_by, taken_back_by_name, taken_back_at } = row;
      return {
        ...ruleFrom({ ...row, valid_to: null }, regime),
        ...{ id: row.id, checked: comparison !== null, comparison },
        setBy: saidBy(row.set_by, row.set_by_name, row.set_at),
        takenBack:
          taken_back_by !== null && taken_back_by_name !== null && taken_back_at !== null
            ? saidBy(taken_back_by, taken_back_by_name, taken_back_at)
            : null,
      };
    }),
  ];
  return rows.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

/** Those of a regime that hold on a day or will, and that nobody has compared with the text of the law. */
export async function countUncheckedEffects(q: Queries, regime: Regime, today: CivilDate): Promise<number> {
  const all = await listDatedEffects(q, regime);
  const holding = all.filter((row) => ['now', 'coming'].includes(standingOf(all, row, today)));
  return holding.filter(({ checked }) => !checked).length;
}

const events = ['supplement', 'payment', 'opinion', 're-appointment'];
const keyOf = ({ procedureCode, event, validFrom, setBy }: DatedEffect) =>
  [procedureCode ?? '', events.indexOf(event), validFrom ?? '', setBy?.at ?? ''].join('|');

const saidBy = (accountId: string, name: string, at: Instant) => ({ accountId, name, at });

/** Until the transaction ends nobody else sets, takes back or compares a row. */
export async function lockClockEffects(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('clock-effects', 0))`.execute(tx);
}

type Said = NonNullable<DatedEffect['setBy']>;

export async function insertClockEffect(tx: Tx, id: string, wanted: WantedEffect, by: Said): Promise<void> {
  const { regime, procedureCode, event, effect, most, basis, validFrom } = wanted;
  await tx
    .insertInto('catalogue.clock_effect_set')
    .values({
      ...{ id, regime, procedure_code: procedureCode, event, effect, most, basis, valid_from: validFrom },
      ...{ set_by: by.accountId, set_by_name: by.name, set_at: by.at },
    })
    .execute();
}

export async function insertTakenBack(tx: Tx, id: string, by: Said): Promise<void> {
  await tx
    .insertInto('catalogue.clock_effect_taken_back')
    .values({ effect_id: id, taken_back_by: by.accountId, taken_back_by_name: by.name, taken_back_at: by.at })
    .execute();
}

export async function insertComparison(tx: Tx, id: string, source: string, by: Said): Promise<void> {
  await tx
    .insertInto('catalogue.clock_effect_check')
    .values({ effect_id: id, source, checked_by: by.accountId, checked_by_name: by.name, checked_at: by.at })
    .execute();
}

export async function replaceClockEffects(tx: Tx, effects: readonly ClockEffect[]): Promise<void> {
  await tx.deleteFrom('catalogue.clock_effect').execute();
  await tx
    .insertInto('catalogue.clock_effect')
    .values(
      effects.map(({ regime, procedureCode, event, effect, most, basis, checked, validFrom, validTo }) => ({
        ...{ regime, procedure_code: procedureCode, event, effect, most, basis, checked },
        ...{ valid_from: validFrom, valid_to: validTo },
      })),
    )
    .execute();
}
