import { groupThousands } from '#kernel/money.ts';
import { type HeldBy, heldHref } from './morning-links.ts';

/** A number that opens its list. */
export function Behind({ n, href }: { readonly n: number; readonly href: HeldBy }) {
  return n === 0 ? <>0</> : <a href={heldHref(href)}>{groupThousands(n)}</a>;
}
