import type { CivilDate } from '#kernel/civil-date.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { type ClockEffect, effectsOf } from '../rules/clock-effect.ts';
import type { Regime } from '../rules/procedure.ts';

export interface EffectsAsked {
  readonly procedureCode: string;
  readonly regime: Regime;
  readonly on: CivilDate;
}

/** What events do to the clock of a dossier of this procedure on a day. */
export async function findClockEffects(
  q: Queries,
  { procedureCode, regime, on }: EffectsAsked,
): Promise<ClockEffects> {
  const rows = await q
    .selectFrom('catalogue.clock_effect')
    .selectAll()
    .where('regime', '=', regime)
    .where((eb) => eb.or([eb('procedure_code', 'is', null), eb('procedure_code', '=', procedureCode)]))
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', on)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute();
  return effectsOf(
    rows.map((row) => ({
      regime,
      procedureCode: row.procedure_code,
      event: row.event as ClockEffect['event'], // checked by the table
      effect: row.effect as ClockEffect['effect'],
      ...{ most: row.most, basis: row.basis, checked: row.checked },
      ...{ validFrom: row.valid_from, validTo: row.valid_to },
    })),
  );
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
