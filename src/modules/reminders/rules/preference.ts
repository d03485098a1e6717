import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { mayGetLetters } from './mail-domains.ts';

/** Beside the pages: nothing, a letter as soon as there is something, or one every working morning. */
export const ways = ['page', 'at-once', 'daily'] as const;
export type Way = (typeof ways)[number];

export interface Preference {
  readonly way: Way;
  /** Null: nothing is mailed. */
  readonly address: string | null;
}

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const LONGEST = 254;

/**
 * What a person chose. `domains`: of the authority. Refusals: `no-way`; where something is to be mailed `wrong-address`,
 * `no-domains`, `private-address`.
 */
export function readPreference(
  typed: { readonly way: string; readonly address: string },
  domains: readonly string[],
): Outcome<Preference> {
  const way = ways.find((one) => one === typed.way);
  if (!way) return refused('reminders/no-way', undefined, 'cach');
  if (way === 'page') return accepted({ way, address: null });
  const address = typed.address.trim();
  if (address.length > LONGEST || !ADDRESS.test(address))
    return refused('reminders/wrong-address', undefined, 'thu');
  if (domains.length === 0) return refused('reminders/no-domains', undefined, 'thu');
  if (!mayGetLetters(address, domains))
    return refused('reminders/private-address', { domains: domains.join(', ') }, 'thu');
  return accepted({ way, address });
}
