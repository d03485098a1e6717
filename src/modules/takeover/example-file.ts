import type { Words } from '#platform/i18n/words.ts';
import { writeSheet } from '#platform/sheets/write-sheet.ts';
import { columns } from './rules/columns.ts';

/** An example with every column and one dossier, as XLSX or as CSV that Excel opens with its letters whole. */
export async function exampleFile(t: Words, kind: 'xlsx' | 'csv'): Promise<Uint8Array> {
  const row = columns.map(({ example }) => example);
  if (kind === 'xlsx') {
    const heads = columns.map(({ head, width }) => ({ head, width }));
    return writeSheet(t('takeover.example.sheet'), heads, [row]);
  }
  const lines = [columns.map(({ head }) => head), row].map((cells) => cells.map(quoted).join(';'));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function quoted(cell: string): string {
  return /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
