import type { Role } from '#kernel/actor.ts';

/** Who keeps what is paid: local fees and exemptions. */
export const feeKeepers: readonly Role[] = ['system-administrator', 'catalogue-manager'];

/** Who writes down what an agency promises. */
export const commitmentKeepers: readonly Role[] = ['system-administrator', 'catalogue-manager'];
/** Who says what acts on the clock of every dossier. */
export const clockKeepers: readonly Role[] = ['system-administrator'];

/** Who reads that and compares it with the law: who set a row does not compare it. */
export const clockReaders: readonly Role[] = ['system-administrator', 'catalogue-manager'];
