import type { Problems } from '#kernel/problems.ts';
import { type Fields, textOf } from './fields.ts';

export { Problems } from '#kernel/problems.ts';

export const longest = { name: 200, address: 500, phone: 30, email: 120, note: 2000, document: 300 } as const;

/** The text itself; longer than the page takes is said, never cut off silently. */
export function readText(problems: Problems, fields: Fields, field: string, most: number): string {
  const text = textOf(fields, field);
  if ([...text].length > most) problems.add(field, 'certification/too-long', { most });
  return text;
}

/** A whole number within bounds. */
export function readCount(
  problems: Problems,
  fields: Fields,
  field: string,
  bounds: { readonly most: number; readonly empty: number | null },
): number {
  const text = textOf(fields, field);
  if (text === '' && bounds.empty !== null) return bounds.empty;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= bounds.most) return value;
  const code = text === '' ? 'certification/count-missing' : 'certification/wrong-count';
  problems.add(field, code, { most: bounds.most });
  return 1;
}
