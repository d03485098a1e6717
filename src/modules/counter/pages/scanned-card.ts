import { type CardQr, parseCardQr } from '#kernel/card-qr.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Fields } from '../rules/fields.ts';
import { cardFields, scanTarget } from '../rules/fill-fields.ts';
import type { IntakeView } from './intake-view.ts';

/** The text of a card that came with a press, whichever press it was: nothing that was read gets lost. */
export interface ScannedCard {
  /** As the reader typed it. */
  readonly text: string;
  readonly fill: (fields: Fields) => Fields;
  readonly problems: readonly Refusal[];
  readonly said: NonNullable<IntakeView['scanned']> | null;
}

export function scannedCard(
  t: Words,
  form: Readonly<Record<string, string | readonly string[]>>,
): ScannedCard {
  const text = [form['scan'] ?? ''].flat().at(-1) ?? '';
  const nothing = { text, fill: (fields: Fields) => fields, problems: [], said: null };
  if (text === '') return nothing;
  const card = parseCardQr(text);
  if (!card.ok) return { ...nothing, problems: [{ ...card.refusal, field: 'scan' }] };
  return {
    ...nothing,
    fill: (fields) => ({ ...fields, ...cardFields(scanTarget(fields), card.value) }),
    said: { ok: card.value.spoiltBy === null, text: scannedText(t, card.value) },
  };
}

/** Spoilt letters are said: the clerk compares with the card. */
export function scannedText(t: Words, card: CardQr): string {
  return card.spoiltBy ? t(`counter.scan.spoilt-${card.spoiltBy}`) : t('counter.scan.done');
}
