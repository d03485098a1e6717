import type { Role } from '#kernel/actor.ts';

/** Who keeps what is paid: local fees and exemptions. */
export const feeKeepers: readonly Role[] = ['system-administrator', 'catalogue-manager'];

/** Who writes down what an agency promises. */
export const commitmentKeepers: readonly Role[] = ['system-administrator', 'catalogue-manager'];
