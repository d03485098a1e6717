import type { Words } from '#platform/i18n/words.ts';
import type { LogDoubt } from './rules/log.ts';

/** The sentence of a doubt: which line, what, and what to do. */
export function describeLogDoubt(t: Words, { line, code, what = '' }: LogDoubt): string {
  return t('flow.at-line', { line, what: t(`flow.doubt.${code}`, { what }) });
}
