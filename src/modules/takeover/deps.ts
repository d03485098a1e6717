import type { CashDeps } from '#modules/cash/index.ts';

/** What a take-over needs: all that a dossier needs, and what it still costs. */
export type TakeoverDeps = CashDeps;
