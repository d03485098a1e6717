import { paperCoverage } from './fonts.ts';

/** Stands on paper for a character that the font cannot draw: visibly something, never silently nothing. */
const STAND_IN = '\u25A1';
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/u;

/**
 * The text as the paper can show it: NFC, control and direction marks gone (line breaks stay), every
 * character outside the font replaced by one square.
 */
export function drawableText(text: string, coverage: ReadonlySet<number> = paperCoverage()): string {
  const composed = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  let shown = '';
  for (const { segment } of graphemes.segment(composed)) shown += drawableGrapheme(segment, coverage);
  return shown;
}

function drawableGrapheme(segment: string, coverage: ReadonlySet<number>): string {
  if (segment === '\n') return segment;
  const visible = [...segment].filter((character) => !INVISIBLE.test(character));
  if (visible.every((character) => coverage.has(character.codePointAt(0) ?? 0))) return visible.join('');
  return STAND_IN;
}

/** Makes every string inside plain data drawable; numbers, booleans and null pass as they are. */
export function drawableData(value: unknown, coverage: ReadonlySet<number> = paperCoverage()): unknown {
  if (typeof value === 'string') return drawableText(value, coverage);
  if (Array.isArray(value)) return value.map((item) => drawableData(item, coverage));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, drawableData(item, coverage)]));
}
