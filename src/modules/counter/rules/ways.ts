import type { Channel, FeeWay, ReturnMethod } from '#modules/dossiers/index.ts';

/** What a counter may choose, and all there are. */
export const channels = {
  counter: ['direct', 'post'],
  all: ['direct', 'post', 'online', 'home'],
} as const satisfies Record<string, readonly Channel[]>;

export const returnMethods = {
  counter: ['counter', 'post'],
  all: ['counter', 'post', 'electronic'],
} as const satisfies Record<string, readonly ReturnMethod[]>;

/** How a fee is paid where there is one. */
export const feeWays = ['cash', 'transfer', 'at-return'] as const satisfies readonly FeeWay[];
