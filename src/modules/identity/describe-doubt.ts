import type { Words } from '#platform/i18n/words.ts';
import type { Doubt } from './organisation-doubts.ts';

/** The sentence of a doubt, for the command line. */
export function describeDoubt(t: Words, doubt: Doubt): string {
  return t(`identity.doubt.${doubt.code}`, doubt.params);
}
