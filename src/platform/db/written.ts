import type { Insertable } from 'kysely';
import type { DB } from './schema.ts';

export type Table = keyof DB;
export type RowOf<T extends Table> = Insertable<DB[T]>;

/**
 * Rows in memory as they stand after the last of many presses: some are written once, some again with every press. To
 * be loaded by the thousand, table after table in the order given.
 */
export class Written {
  readonly #tables: ReadonlyMap<Table, Map<string, object>>;

  constructor(tables: readonly Table[]) {
    this.#tables = new Map(tables.map((table) => [table, new Map()]));
  }

  get tables(): readonly Table[] {
    return [...this.#tables.keys()];
  }

  /** The row of this key, whatever stood there before. */
  put<T extends Table>(table: T, key: string, row: RowOf<T>): void {
    this.#of(table).set(key, row);
  }

  /** Changes a row that is there. */
  change<T extends Table>(table: T, key: string, columns: Partial<RowOf<T>>): void {
    const row = this.#of(table).get(key);
    if (!row) throw new Error(`${table} has no row ${key}`);
    this.#of(table).set(key, { ...row, ...columns });
  }

  rows<T extends Table>(table: T): RowOf<T>[] {
    return [...this.#of(table).values()] as RowOf<T>[];
  }

  #of(table: Table): Map<string, object> {
    const rows = this.#tables.get(table);
    if (!rows) throw new Error(`nothing is written to ${table}`);
    return rows;
  }
}
