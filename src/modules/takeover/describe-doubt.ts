import type { LimitUnit } from '#kernel/working-time/limit.ts';
import { limitInWords } from '#modules/calendar/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { headOf } from './rules/columns.ts';
import type { Doubt } from './rules/doubt.ts';

/** The sentence of a doubt, for the command line: which row, which column, what. */
export function describeDoubt(t: Words, { code, row, column, params }: Doubt): string {
  const { limitValue, limitUnit } = params;
  const limit =
    limitUnit === undefined
      ? ''
      : limitInWords(t, { value: Number(limitValue), unit: limitUnit as LimitUnit });
  const what = t(`takeover.doubt.${code}`, { ...params, limit });
  if (row === null) return what;
  if (column === null) return t('takeover.at-row', { row, what });
  return t('takeover.at-cell', { row, column: headOf(column), what });
}
