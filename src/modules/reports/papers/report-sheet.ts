import type { Words } from '#platform/i18n/words.ts';
import { type FormRow, type SheetForm, writeForm } from '#platform/sheets/write-form.ts';
import type { ReportLayout } from './report-layout.ts';

/** The report as a sheet: numbers as numbers, written as on the page; empty where there is nothing to say. */
export function sheetOfReport(t: Words, layout: ReportLayout, office: string): Promise<Uint8Array> {
  const above: FormRow[] = [
    { kind: 'text', text: office, bold: true },
    ...(layout.form ? [{ kind: 'text' as const, text: layout.form }] : []),
    { kind: 'text', text: layout.title, bold: true },
    { kind: 'text', text: layout.about },
    ...layout.sealed.map((text): FormRow => ({ kind: 'text', text, bold: true })),
  ];
  const body = layout.groups.flatMap(({ title, lines }): FormRow[] => [
    ...(layout.groups.length > 1 ? [{ kind: 'text' as const, text: title, bold: true }] : []),
    ...lines.map(
      ({ first, values, isSum }): FormRow => ({
        ...{ kind: 'body', bold: isSum },
        cells: [...first, ...values.map(({ cell }) => cell)],
      }),
    ),
  ]);
  const below: FormRow[] = [
    ...[...layout.checks, ...layout.notes].map((text): FormRow => ({ kind: 'text', text })),
    { kind: 'text', text: t('reports.report.rules'), bold: true },
    ...layout.rules.map(([column, rule]): FormRow => ({ kind: 'text', text: `${column}: ${rule}` })),
  ];
  const heads = headRows(layout);
  return writeForm({
    name: layout.title,
    widths: [
      ...layout.first.map((_, at) => (at === layout.first.length - 1 ? 44 : 6)),
      ...layout.columns.map(() => 13),
    ],
    rows: [...above, ...heads, ...body, ...below],
    merges: mergesOf(layout, above.length),
  });
}

function headRows({ first, heads, columns, numbers }: ReportLayout): FormRow[] {
  const over = heads.flatMap(({ title, span }) => [title, ...Array.from({ length: span - 1 }, () => null)]);
  const rows =
    over.length > 0
      ? [
          [...first, ...over],
          [...first.map(() => null), ...columns],
        ]
      : [[...first, ...columns]];
  return [...rows, ...(numbers.length > 0 ? [numbers] : [])].map(
    (cells): FormRow => ({ kind: 'head', cells }),
  );
}

function mergesOf({ first, heads }: ReportLayout, row: number): SheetForm['merges'] {
  if (heads.length === 0) return [];
  let column = first.length;
  const over = heads.map(({ span }) => {
    const startCol = column;
    column += span;
    return { startRow: row, startCol, endRow: row, endCol: column - 1 };
  });
  return [...over, ...first.map((_, at) => ({ startRow: row, startCol: at, endRow: row + 1, endCol: at }))];
}
