import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Deviation } from '../rules/against-design.ts';
import { isAside } from '../rules/moves.ts';
import type { StoredLog } from '../store/logs.ts';

/** What a move is called. */
export type NameOf = (code: string) => string;

/** Steps by the names that they were planned with, what came between by our words, of other logs as they say. */
export function namesOf(t: Words, steps: ReadonlyMap<string, string>): NameOf {
  return (code) => steps.get(code) ?? (isAside(code) ? t(`flow.event.${code}`) : code);
}

const kinds = ['skipped', 'added', 'again', 'late'] as const satisfies readonly (keyof Deviation)[];

/** How a way differs from the design, in words; nothing when it does not. */
export function deviationInWords(t: Words, deviation: Deviation, nameOf: NameOf): string[] {
  return kinds
    .filter((kind) => deviation[kind].length > 0)
    .map((kind) => t(`flow.deviation.${kind}`, { what: deviation[kind].map(nameOf).join(', ') }));
}

/** 453 of 1000 → `45,3 %`. */
export function shareInWords(count: number, whole: number): string {
  const perMille = whole === 0 ? 0 : Math.round((count / whole) * 1000);
  return `${Math.floor(perMille / 10)},${perMille % 10}\u00A0%`;
}

/** First and last day of a log. */
export function daysOf({ firstAt, lastAt }: StoredLog): [string, string] {
  const day = (at: StoredLog['firstAt']) => (at ? formatCivilDate(dateOf(at)) : '–');
  return [day(firstAt), day(lastAt)];
}
