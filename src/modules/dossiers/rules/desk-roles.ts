import type { Role } from '#kernel/actor.ts';

/** Posts that have work of their own. */
export const working: readonly Role[] = [
  'reception-officer',
  'postal-staff',
  'one-stop-head',
  'specialist',
  'unit-leader',
  'signing-leader',
  'result-clerk',
];

/** Posts that may ever read a dossier; which ones, `access.ts` decides. */
export const reading: readonly Role[] = [...working, 'inspector', 'data-protection-officer'];
