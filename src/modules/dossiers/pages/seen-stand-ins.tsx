import type { Actor } from '#kernel/actor.ts';

/** In a form: by which substitutions and delegations it was shown. */
export function SeenStandIns({ ids }: { readonly ids: string }) {
  return ids === '' ? null : <input type="hidden" name="thay" value={ids} />;
}

export function standInIds({ standsIn = [] }: Actor): string {
  return [...new Set(standsIn.flatMap(({ insteadOf }) => insteadOf?.id ?? []))].join(' ');
}

export function seenStandIns(text: string): { readonly seenStandsIn: readonly string[] } {
  return { seenStandsIn: text.split(' ').filter(Boolean) };
}
