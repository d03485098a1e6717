import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import type { Succession, Unit, UnitLevel } from './unit.ts';

/** Rows of db/seeds/places as they are written there. */
export interface WrittenUnit {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parent?: string;
}

export interface WrittenSuccession {
  readonly old: string;
  readonly level: UnitLevel;
  readonly new: readonly string[];
  readonly checked?: boolean;
}

export interface PlaceData {
  readonly until20250630: readonly WrittenUnit[];
  readonly from20250701: readonly WrittenUnit[];
  readonly successions: readonly WrittenSuccession[];
}

export interface UnitRow extends Unit {
  readonly folded: string;
}

/** The old list shows June 2025; it is taken as true since the first day this software knows. */
export const FIRST_DAY = civilDate('2018-01-01');
export const LAST_OLD_DAY = civilDate('2025-06-30');
/** NQ 202/2025/QH15 and the resolutions of UBTVQH15: provinces and communes only. */
export const FIRST_NEW_DAY = civilDate('2025-07-01');

export function unitRows(data: PlaceData): UnitRow[] {
  return [
    ...data.until20250630.map((unit) => unitRow(unit, FIRST_DAY, LAST_OLD_DAY)),
    ...data.from20250701.map((unit) => unitRow(unit, FIRST_NEW_DAY, null)),
  ];
}

function unitRow(unit: WrittenUnit, validFrom: CivilDate, validTo: CivilDate | null): UnitRow {
  const name = unit.name.normalize('NFC');
  return {
    code: unit.code,
    name,
    level: unit.level,
    parentCode: unit.parent ?? null,
    validFrom,
    validTo,
    folded: fold(name),
  };
}

export function successionRows(data: PlaceData): Succession[] {
  return data.successions.flatMap((one) =>
    one.new.map((newCode, index) => ({
      oldCode: one.old,
      newCode,
      onDay: FIRST_NEW_DAY,
      ordinal: index + 1,
      checked: one.checked !== false,
    })),
  );
}
