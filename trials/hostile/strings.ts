import { codeStrings } from './code-strings.ts';
import { formStrings } from './form-strings.ts';
import { textStrings } from './text-strings.ts';

/** A hostile text as it goes over the wire: what is no text at all goes there as bytes. */
export interface HostileString {
  readonly group: string;
  readonly text: string;
  /** Percent-encoded, where it is not the encoding of the text. */
  readonly encoded?: string;
}

/** Bytes that are no UTF-8: overlong, cut off, halves of letters, beyond the end. */
const broken = [
  '%',
  '%zz',
  '%u0041',
  '%00',
  '%FF',
  '%C0%80',
  '%C0%AE%C0%AE',
  '%E1%BA',
  '%ED%A0%BD',
  '%ED%A0%BD%ED%B8%80',
  '%F4%90%80%80',
  '%F8%88%80%80%80',
  'a%E1%BAb',
  '%80',
  '%FE%FF%00a',
];

const texts: HostileString[] = Object.entries({ ...codeStrings, ...formStrings, ...textStrings }).flatMap(
  ([group, all]) => all.map((text) => ({ group, text })),
);

/** Every one of them, none twice. */
export const hostileStrings: readonly HostileString[] = [
  ...new Map(texts.map((one) => [one.text, one])).values(),
  ...broken.map((encoded) => ({ group: 'broken', text: encoded, encoded })),
];

export function encodedOf({ text, encoded }: HostileString): string {
  return encoded ?? encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');
}

/** As a part of a path or of a query. */
export function inAddress(one: HostileString): string {
  return one.encoded ?? encodeURIComponent(one.text.toWellFormed());
}
