// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
// biome-ignore-all lint/a11y/useSemanticElements: as above, it is a th already
import type { ComponentChildren } from 'preact';
import type { Words } from '#platform/i18n/words.ts';
import { type Column, ColumnHead } from './table-column.tsx';
import { type RowSelection, TableRow } from './table-row.tsx';

export interface RowGroup<T> {
  readonly title: string;
  /** `2`, or `5 trên 12`. */
  readonly count: string | number;
  readonly rows: readonly T[];
}

interface DataTableProps<T> {
  readonly t: Words;
  readonly caption: string;
  readonly captionShown?: boolean | undefined;
  readonly columns: readonly Column<T>[];
  /** Give `rows`, or `groups` with a heading row each. */
  readonly rows?: readonly T[] | undefined;
  readonly groups?: readonly RowGroup<T>[] | undefined;
  readonly select?: RowSelection<T> | undefined;
  /** j, k, x and Enter move through the rows. */
  readonly walkable?: boolean | undefined;
  /** `list` (dense, the default), or other classes of the table. */
  readonly class?: string | undefined;
  readonly foot?: ComponentChildren;
  /** Few and narrow columns: on a phone it stays a table. */
  readonly small?: boolean | undefined;
}

/** A real table on every screen: on a phone each row of a wide one is shown as a card, and roles keep it a table. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { t, columns, rows, groups, select, walkable, foot } = props;
  const width = columns.length + (select ? 1 : 0);
  const cards = props.small ? '' : ' cards';
  const classes = `ds-table ${props.class ?? 'list'}${cards}${select ? ' pick' : ''}`;
  const line = (row: T) => <TableRow t={t} row={row} columns={columns} select={select} />;
  return (
    <table class={classes} data-color="neutral" role="table" data-walk={walkable ? '' : undefined}>
      <caption class={props.captionShown ? undefined : 'ds-sr-only'}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {select ? <td role="cell" /> : null}
          {columns.map((column) => (
            <ColumnHead column={column} />
          ))}
        </tr>
      </thead>
      {rows ? <tbody role="rowgroup">{rows.map(line)}</tbody> : null}
      {groups?.map((group) => (
        <tbody role="rowgroup">
          <tr role="row" class="group">
            <th role="rowheader" scope="rowgroup" colSpan={width}>
              {group.title} <span class="subtle">{group.count}</span>
            </th>
          </tr>
          {group.rows.map(line)}
        </tbody>
      ))}
      {foot ? <tfoot role="rowgroup">{foot}</tfoot> : null}
    </table>
  );
}
