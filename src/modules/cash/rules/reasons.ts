/** Why money goes back. */
export const giveBackReasons = [
  'overpaid',
  'fewer-papers',
  'wrong-count',
  'withdrawn',
  'annulled',
  'exempt-after-all',
  'other',
] as const;
/** Why a receipt is void though no money left the drawer. */
export const voidReasons = ['wrong-method', 'wrong-payer', 'other'] as const;

export type GiveBackReason = (typeof giveBackReasons)[number];
export type VoidingReason = (typeof voidReasons)[number];
export type MovementReason = GiveBackReason | VoidingReason;

/** Longest text of a reason, proof or explanation (characters). */
export const LONGEST_NOTE = 2000;
