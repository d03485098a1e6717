import { parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Refusal } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import type { ClockEvent } from './clock-effect.ts';
import type { WantedEffect } from './dated-effect.ts';

/** The form as typed. */
export interface TypedEffect {
  readonly regime: string;
  readonly procedure: string;
  /** Event and effect in one choice: `supplement-suspend`. */
  readonly what: string;
  readonly most: string;
  readonly basis: string;
  readonly 'valid-from': string;
}

/** What may be chosen: the event, and what it does. */
const meanings = {
  'supplement-restart': { event: 'supplement', effect: 'restart' },
  'supplement-suspend': { event: 'supplement', effect: 'suspend' },
  'payment-suspend': { event: 'payment', effect: 'suspend' },
  'opinion-none': { event: 'opinion', effect: 'none' },
  'opinion-suspend': { event: 'opinion', effect: 'suspend' },
  're-appointment-most': { event: 're-appointment', effect: null },
} as const satisfies Readonly<Record<string, Pick<WantedEffect, 'event' | 'effect'>>>;
export type ClockChoice = keyof typeof meanings;
export const clockChoices = Object.keys(meanings) as readonly ClockChoice[];

/** The choice that says what a row says. */
export function choiceOf({ event, effect }: Pick<WantedEffect, 'event' | 'effect'>): ClockChoice {
  const choice = clockChoices.find((one) => meanings[one].event === event && meanings[one].effect === effect);
  if (!choice) throw new Error(`the table lets nobody say ${event} ${effect}`);
  return choice;
}

const MOST_BASIS = 500;
const counts = (event: ClockEvent) => event === 'supplement' || event === 're-appointment';

/** Reads the whole form; everything that is wrong is told at once, each with its field. */
export function readClockEffect(
  typed: TypedEffect,
):
  | { readonly ok: true; readonly value: WantedEffect }
  | { readonly ok: false; readonly problems: readonly Refusal[] } {
  const problems: Refusal[] = [];
  const wrong = (code: string, field: string, params: Refusal['params'] = {}) =>
    problems.push({ code, field, params });
  const regime = (['2018', '2025'] as const).find((one) => one === typed.regime);
  if (!regime) wrong('catalogue/wrong-choice', 'regime');
  const choice = clockChoices.find((one) => one === typed.what);
  if (!choice) wrong('catalogue/clock-choice-missing', 'what');
  const { event, effect } = meanings[choice ?? 'payment-suspend'];
  const procedureCode = typed.procedure.trim() === '' ? null : typed.procedure.trim();
  const number = typed.most.trim();
  let most: number | null = null;
  if (choice && !counts(event) && number !== '') wrong('catalogue/clock-most-without-count', 'most');
  else if (/^[1-9]$/.test(number)) most = Number(number);
  else if (number !== '' || (counts(event) && (event === 're-appointment' || procedureCode === null)))
    wrong('catalogue/clock-most-wrong', 'most');
  const basis = cleanLine(typed.basis).text;
  if (basis === '') wrong('catalogue/clock-basis-missing', 'basis');
  if ([...basis].length > MOST_BASIS) wrong('catalogue/text-too-long', 'basis', { most: MOST_BASIS });
  const from = parseCivilDate(typed['valid-from'], 'valid-from');
  if (!from.ok) problems.push(from.refusal);
  if (problems.length > 0 || !regime || !from.ok) return { ok: false, problems };
  return accepted({ regime, procedureCode, event, effect, most, basis, validFrom: from.value });
}
