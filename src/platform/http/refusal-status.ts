import type { Refusal } from '#kernel/refusal.ts';
import type { Words } from '#platform/i18n/words.ts';

/** The one table from a refusal's code to a status; what is not here is a form that can be put right. */
const table: readonly (readonly [RegExp, number])[] = [
  [/\/not-found$/, 404],
  [/\/(not-yours|not-allowed|forbidden)$/, 403],
  [/\/(changed-meanwhile|already-[a-z-]+|in-use)$/, 409],
  [/\/too-many(-[a-z-]+)?$/, 429],
  [/\/too-large$/, 413],
];

export function statusOfRefusal(refusal: Refusal): number {
  return table.find(([code]) => code.test(refusal.code))?.[1] ?? 422;
}

/** Of a page that comes back with what was wrong: the first one's own; a page without refusals is fine. */
export function statusOfRefusals([first]: readonly Refusal[]): number {
  return first ? statusOfRefusal(first) : 200;
}

/** `dossiers/not-yours` is said by the words `dossiers.refusal.not-yours`. */
export function textOfRefusal(t: Words, refusal: Refusal): string {
  const [module, code] = refusal.code.split('/');
  return t(`${module}.refusal.${code}`, refusal.params);
}

/** Refusals as a page says them, each at its field. */
export function errorsOfRefusals(
  t: Words,
  refusals: readonly Refusal[],
): { readonly field: string | undefined; readonly text: string }[] {
  return refusals.map((refusal) => ({ field: refusal.field, text: textOfRefusal(t, refusal) }));
}
