import { type Actor, postAt, type Role } from '#kernel/actor.ts';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { keeperOf, type NumberedRegister } from './numbered-row.ts';

export type RegisterKind = 'received' | NumberedRegister;

/** A month of a register, of a one-stop or of its agency. */
export interface RegisterMonth {
  readonly kind: RegisterKind;
  readonly oneStop: { readonly officeId: string; readonly agencyId: string };
  /** `2022-07`. */
  readonly month: string;
}

export const registerKeepers: readonly Role[] = ['reception-officer', 'one-stop-head', 'result-clerk'];

/** May this person read and print the registers of this one-stop? */
export function mayKeepRegister(actor: Actor, { oneStop }: Pick<RegisterMonth, 'oneStop'>): boolean {
  return postAt(actor, registerKeepers, oneStop.officeId) !== undefined;
}

/** Whose register it is. */
export function keeper({ kind, oneStop }: Pick<RegisterMonth, 'kind' | 'oneStop'>): string {
  return kind === 'received' ? oneStop.officeId : keeperOf(kind, oneStop);
}

export function yearOf({ month }: Pick<RegisterMonth, 'month'>): number {
  return Number(month.slice(0, 4));
}

/** First and last day of a month. */
export function spanOf(month: string): { readonly from: CivilDate; readonly to: CivilDate } {
  const from = civilDate(`${month}-01`);
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(civilDate(`${next}-01`), -1) };
}
