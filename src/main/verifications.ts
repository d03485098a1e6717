import { verifyAudit } from '#modules/audit/index.ts';
import type { Surroundings } from './application.ts';

/** A part that `./motcua verify` checks; a finding names the first wrong row. Words: `main.verify.part.<name>`. */
export interface Verification {
  readonly name: string;
  readonly verify: (surroundings: Surroundings) => Promise<{ readonly ok: boolean }>;
}

export const verifications: readonly Verification[] = [
  { name: 'audit', verify: ({ db }) => verifyAudit(db) },
];
