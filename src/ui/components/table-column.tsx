// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
import type { ComponentChildren } from 'preact';

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  /** The cell names its row. One a table. */
  readonly rowHeader?: boolean | undefined;
  readonly numeric?: boolean | undefined;
  /** `nr`, `when`, `who`, `clip`, `wrapok`, `typed`, `subtle`. */
  readonly class?: string | undefined;
  /** On a phone the head is written before the value. */
  readonly labelled?: boolean | undefined;
  readonly sort?: ColumnSort | undefined;
  /** Says nothing in words: left out on a phone. */
  readonly picture?: boolean | undefined;
}

export interface ColumnSort {
  /** The same list sorted by this column, or the other way round. */
  readonly href: string;
  readonly direction?: 'ascending' | 'descending' | undefined;
}

/** The head of a column, a link when it sorts. @public (used in data-table.tsx, which knip does not read) */
export function ColumnHead<T>({ column }: { readonly column: Column<T> }) {
  const { head, sort, numeric, picture } = column;
  return (
    <th
      role="columnheader"
      scope="col"
      class={numeric ? 'num' : picture ? 'barcell' : undefined}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a class="sort" href={sort.href} data-direction={sort.direction}>
          {head}
        </a>
      ) : (
        head
      )}
    </th>
  );
}
