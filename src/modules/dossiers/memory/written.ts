import type { Insertable } from 'kysely';
import type { DB } from '#platform/db/schema.ts';

/** A table that the commands of a dossier write, in the order in which rows may go in. */
export const writtenTables = [
  'dossiers.dossier',
  'dossiers.event',
  'dossiers.event_personal',
  'dossiers.party',
  'dossiers.involved_office',
  'dossiers.opinion',
  'dossiers.hand_over',
  'dossiers.done_command',
  'dossiers.number_series',
  'documents.paper',
  'documents.paper_content',
  'documents.register_series',
  'documents.register_entry',
  'documents.signature',
  'audit.entry',
] as const satisfies readonly (keyof DB)[];

export type WrittenTable = (typeof writtenTables)[number];
export type Row<T extends WrittenTable> = Insertable<DB[T]>;

/** Rows as they stand after the last press: some are written once, some again with every press. */
export class Written {
  readonly #tables = new Map<WrittenTable, Map<string, object>>(
    writtenTables.map((table) => [table, new Map()]),
  );

  /** The row of this key, whatever stood there before. */
  put<T extends WrittenTable>(table: T, key: string, row: Row<T>): void {
    this.#of(table).set(key, row);
  }

  /** Changes a row that is there. */
  change<T extends WrittenTable>(table: T, key: string, columns: Partial<Row<T>>): void {
    const row = this.#of(table).get(key);
    if (!row) throw new Error(`${table} has no row ${key}`);
    this.#of(table).set(key, { ...row, ...columns });
  }

  rows<T extends WrittenTable>(table: T): Row<T>[] {
    return [...this.#of(table).values()] as Row<T>[];
  }

  #of(table: WrittenTable): Map<string, object> {
    const rows = this.#tables.get(table);
    if (!rows) throw new Error(`nothing is written to ${table}`);
    return rows;
  }
}
