import { z } from 'zod';
import { open, seal } from '#platform/crypto/sealing.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { ColumnSort } from '#ui/components/table-column.tsx';
import type { Option } from '#ui/fields/select-field.tsx';
import {
  type ListSort,
  type SortColumn,
  type SortedPlace,
  sortColumns,
  sortedPlace,
} from '../rules/list-sort.ts';
import type { DossierLine } from '../store/lists.ts';
import type { DossierPageDeps } from './page-deps.ts';

/** How an address names a column; with `-` before it the other way round. */
const slugs: Record<SortColumn, string> = {
  number: 'so',
  procedure: 'thu-tuc',
  applicant: 'ten',
  received: 'ngay-nhan',
  due: 'han',
  risk: 'nguy-co',
};

/** The chosen order and the place in it. A place holds a name at times, so it is sealed. */
export const orderQuery = {
  xep: z.string().max(20).optional().catch(undefined),
  sau: z.string().max(4000).optional().catch(undefined),
};

interface OrderQuery {
  readonly xep?: string | undefined;
  readonly sau?: string | undefined;
}

const textOf = ({ by, down }: ListSort) => `${down ? '-' : ''}${slugs[by]}`;

/** The order an address asks for; null for none and for one that this list does not have. */
export function readSort(xep: string | undefined, columns: readonly SortColumn[]): ListSort | null {
  const down = xep?.startsWith('-') ?? false;
  const by = columns.find((column) => slugs[column] === (down ? xep?.slice(1) : xep));
  return by ? { by, down } : null;
}

/** What a store is asked for; undefined: the list's own order. */
export function readOrder(
  deps: Pick<DossierPageDeps, 'keys'>,
  { xep, sau }: OrderQuery,
  columns: readonly SortColumn[],
): { readonly sort: ListSort; readonly place: SortedPlace | null } | undefined {
  const sort = readSort(xep, columns);
  return sort ? { sort, place: readPlace(deps, sort, sau) } : undefined;
}

const PLACE = z.object({ keys: z.array(z.string()).min(1).max(2), id: z.uuid() });
const contextOf = (sort: ListSort) => `list-place:${textOf(sort)}`;

/** Null for none and for what nobody here has sealed for this order: the list then begins at its beginning. */
function readPlace(
  { keys }: Pick<DossierPageDeps, 'keys'>,
  sort: ListSort,
  sau: string | undefined,
): SortedPlace | null {
  if (!sau) return null;
  try {
    const opened = open(keys.wrapping, Buffer.from(sau, 'base64url'), contextOf(sort));
    return PLACE.parse(JSON.parse(opened.toString('utf8')));
  } catch {
    return null;
  }
}

export function placeText(
  { keys, random }: Pick<DossierPageDeps, 'keys' | 'random'>,
  sort: ListSort,
  last: DossierLine,
): string {
  const place = Buffer.from(JSON.stringify(sortedPlace(sort, last)));
  return seal(keys.wrapping, place, contextOf(sort), random).toString('base64url');
}

type Query = Readonly<Record<string, string | undefined>>;

/** The same list at another place or in another order. */
export function hrefOf(path: string, query: Query): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

export type SortOf = (by: SortColumn) => ColumnSort | undefined;

/** Links of the heads: a press sorts, the next one turns it round; the list begins anew. */
export function sortLinks(path: string, query: Query & OrderQuery, columns: readonly SortColumn[]): SortOf {
  const now = readSort(query.xep, columns);
  return (by) => {
    if (!columns.includes(by)) return undefined;
    const chosen = now?.by === by;
    const xep = textOf({ by, down: chosen && !now.down });
    const direction = chosen ? (now.down ? 'descending' : 'ascending') : undefined;
    return { href: hrefOf(path, { ...query, sau: undefined, xep }), direction };
  };
}

/** The same orders as choices of a field: on a phone a table has no heads. */
export function sortOptions(t: Words, columns: readonly SortColumn[]): Option[] {
  return sortColumns
    .filter((by) => columns.includes(by))
    .flatMap((by) => [
      { value: textOf({ by, down: false }), label: t(`dossiers.sort.${by}`) },
      { value: textOf({ by, down: true }), label: t(`dossiers.sort.${by}-down`) },
    ]);
}
