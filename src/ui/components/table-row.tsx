// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
import type { Words } from '#platform/i18n/words.ts';
import type { Column } from './table-column.tsx';

/** Boxes for bulk work; they belong to the form around the table. */
export interface RowSelection<T> {
  readonly name: string;
  readonly value: (row: T) => string;
  /** What the box of this row is called: its number. */
  readonly label: (row: T) => string;
  readonly selected?: ((row: T) => boolean) | undefined;
}

interface TableRowProps<T> {
  readonly t: Words;
  readonly row: T;
  readonly columns: readonly Column<T>[];
  readonly select: RowSelection<T> | undefined;
}

/** One line; a card on a phone. @public (used in data-table.tsx, which knip does not read) */
export function TableRow<T>({ t, row, columns, select }: TableRowProps<T>) {
  return (
    <tr role="row">
      {select ? (
        <td role="cell">
          <label class="touch">
            <input
              class="ds-input"
              type="checkbox"
              name={select.name}
              value={select.value(row)}
              checked={select.selected?.(row)}
              aria-label={t('ui.table.select', { row: select.label(row) })}
            />
          </label>
        </td>
      ) : null}
      {columns.map((column) => (
        <TableCell column={column} row={row} />
      ))}
    </tr>
  );
}

function TableCell<T>({ column, row }: { readonly column: Column<T>; readonly row: T }) {
  const classes =
    [column.class ?? '', column.numeric ? 'num' : '', column.picture ? 'barcell' : '']
      .filter(Boolean)
      .join(' ') || undefined;
  const label = column.labelled ? column.head : undefined;
  return column.rowHeader ? (
    <th role="rowheader" scope="row" class={classes} data-label={label}>
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" class={classes} data-label={label}>
      {column.cell(row)}
    </td>
  );
}
