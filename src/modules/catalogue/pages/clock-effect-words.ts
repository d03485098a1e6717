import { addDays, type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import {
  type DatedEffect,
  formerOf,
  lastDayOf,
  ownRowsBeside,
  type WantedEffect,
} from '../rules/dated-effect.ts';
import { choiceOf } from '../rules/read-clock-effect.ts';

type Names = ReadonlyMap<string, string>;

/** `Yêu cầu bổ sung: tạm dừng, đủ giấy tờ thì tính tiếp; tối đa 1 lần`. */
export function effectInWords(t: Words, row: Pick<WantedEffect, 'event' | 'effect' | 'most'>): string {
  const what = t(`catalogue.clock.what-${choiceOf(row)}`);
  return row.most === null ? what : t('catalogue.clock.most-times', { what, most: row.most });
}

/** `từ đầu`, `đến hết 31/12/2026`, `từ 01/01/2027`. */
export function effectSpan(t: Words, all: readonly DatedEffect[], row: DatedEffect): string {
  const from = row.validFrom && formatCivilDate(row.validFrom);
  const last = row.takenBack ? null : lastDayOf(all, row);
  const to = last && formatCivilDate(last);
  if (from && to) return t('catalogue.clock.span-from-to', { from, to });
  if (from) return t('catalogue.clock.span-from', { from });
  return to ? t('catalogue.clock.span-until', { to }) : t('catalogue.clock.span-always');
}

/** What the row will do, each sentence on its own: what, how often, by which law, what ends, what stays as it was. */
export function sentencesOf(
  t: Words,
  { all, names }: { readonly all: readonly DatedEffect[]; readonly names: Names },
  wanted: WantedEffect,
): string[] {
  const { procedureCode: code, validFrom, most, event, basis } = wanted;
  const from = formatCivilDate(validFrom);
  const of =
    code === null
      ? t('catalogue.clock.of-every')
      : t('catalogue.clock.of-one', { code, name: names.get(code) ?? '' });
  const often = event === 'supplement' ? 'catalogue.clock.says-most-supplement' : 'catalogue.clock.says-most';
  const last = lastDayOf(all, { ...wanted, validTo: null });
  return [
    t(`catalogue.clock.says-${choiceOf(wanted)}`, { from, of }),
    ...(most === null ? [] : [t(often, { most })]),
    t('catalogue.clock.says-basis', { basis }),
    whatEnds(t, formerOf(all, wanted), validFrom),
    ...(last === null ? [] : [t('catalogue.clock.says-until', { to: formatCivilDate(last) })]),
    ...ownRows(t, ownRowsBeside(all, wanted), { from, most }),
    t('catalogue.clock.says-history', { from }),
  ];
}

function ownRows(
  t: Words,
  own: readonly DatedEffect[],
  { from, most }: { readonly from: string; readonly most: number | null },
): string[] {
  const silent = most === null ? 0 : own.filter((row) => row.most === null).length;
  return [
    ...(own.length > 0 ? [t('catalogue.clock.says-own', { from, n: own.length })] : []),
    ...(silent > 0 ? [t('catalogue.clock.says-own-most', { from, n: silent })] : []),
  ];
}

function whatEnds(t: Words, former: DatedEffect | undefined, validFrom: CivilDate): string {
  const day = formatCivilDate(addDays(validFrom, -1));
  if (!former) return t('catalogue.clock.says-no-former', { day });
  return t('catalogue.clock.says-former', { day, what: effectInWords(t, former), basis: former.basis });
}
