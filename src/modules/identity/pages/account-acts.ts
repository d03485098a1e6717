import type { AccountLine } from '../store/account-list.ts';

export type ActName = 'reset' | 'disable' | 'enable';

export interface AccountAct {
  readonly name: ActName;
  /** Last part of its address. */
  readonly slug: string;
}

const acts: Readonly<Record<ActName, AccountAct>> = {
  reset: { name: 'reset', slug: 'cap-lai' },
  disable: { name: 'disable', slug: 'khoa' },
  enable: { name: 'enable', slug: 'mo-lai' },
};

export const slugs = ['cap-lai', 'khoa', 'mo-lai'] as const;

export function actOfSlug(slug: string): AccountAct {
  return Object.values(acts).find((act) => act.slug === slug) ?? acts.reset;
}

/** What can be done with an account now; nothing with a service's. */
export function accountActs(account: Pick<AccountLine, 'state' | 'kind'>): AccountAct[] {
  if (account.kind === 'service') return [];
  return account.state === 'disabled' ? [acts.enable] : [acts.reset, acts.disable];
}
