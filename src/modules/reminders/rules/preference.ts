import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

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

/** What a person chose. Refusals: `no-way`, `wrong-address` where something is to be mailed. */
export function readPreference(typed: {
  readonly way: string;
  readonly address: string;
}): Outcome<Preference> {
  const way = ways.find((one) => one === typed.way);
  if (!way) return refused('reminders/no-way', undefined, 'cach');
  if (way === 'page') return accepted({ way, address: null });
  const address = typed.address.trim();
  if (address.length > LONGEST || !ADDRESS.test(address))
    return refused('reminders/wrong-address', undefined, 'thu');
  return accepted({ way, address });
}
