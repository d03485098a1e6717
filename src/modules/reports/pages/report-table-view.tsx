// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
// biome-ignore-all lint/a11y/useSemanticElements: as above, it is a th already
import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { firstHeads, type KnownReport } from '../known-report.ts';
import { fullTitle, type ReportLine, type ReportTable, type ReportWords } from '../rules/report-table.ts';

export interface ReportTableProps {
  readonly t: Words;
  readonly report: KnownReport;
  readonly words: ReportWords;
  readonly table: Pick<ReportTable, 'columns'>;
  readonly caption: string;
  readonly lines: readonly ReportLine[];
  /** Where the dossiers behind a number are listed; null: nowhere. */
  readonly hrefOf: (line: ReportLine, column: string) => string | null;
}

/** A report as its form has it: heads in two rows, the numbers of the columns, a line each. */
export function ReportTableView(props: ReportTableProps) {
  const { t, report, words, table, caption, lines } = props;
  const isForm = report.numbered ?? false;
  return (
    <table class="ds-table list cards report" data-color="neutral" role="table">
      <caption>{caption}</caption>
      <Heads {...{ t, report, words, table }} />
      <tbody role="rowgroup">
        {lines.map((line, index) => (
          <tr role="row" class={line.of === 'sum' ? 'sum' : undefined}>
            {isForm ? (
              <td role="cell" class="num subtle">
                {line.of === 'sum' ? '' : index + 1}
              </td>
            ) : null}
            <th role="rowheader" scope="row" class="wrapok">
              {words.label(line)}
            </th>
            {table.columns.map((column, place) => (
              <Cell {...props} line={line} column={column} value={line.values[place] ?? null} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps extends ReportTableProps {
  readonly line: ReportLine;
  readonly column: string;
  readonly value: number | null;
}

function Cell({ t, words, line, column, value, hrefOf }: CellProps) {
  const shown = shownValue(t, words, column, value);
  const href = value ? hrefOf(line, column) : null;
  return (
    <td role="cell" class="num" data-label={fullTitle(words, column)}>
      {href ? <a href={href}>{shown}</a> : shown}
    </td>
  );
}

/** How a number stands on a page; nothing to say is said. */
export function shownValue(t: Words, { show }: ReportWords, column: string, value: number | null): string {
  if (value === null) return t('reports.timeliness.nothing');
  return show?.(column, value) ?? groupThousands(value);
}

function Heads({ t, report, words, table }: Pick<ReportTableProps, 't' | 'report' | 'words' | 'table'>) {
  const { heads = [], short = words.column } = words;
  const rows = heads.length > 0 ? 2 : 1;
  const isForm = report.numbered ?? false;
  return (
    <thead role="rowgroup">
      <tr role="row">
        {firstHeads(t, report).map((head) => (
          <th role="columnheader" scope="col" rowSpan={rows}>
            {head}
          </th>
        ))}
        {rows === 2
          ? heads.map(({ title, columns }) => (
              <th role="columnheader" scope="colgroup" colSpan={columns.length} class="over">
                {title}
              </th>
            ))
          : table.columns.map((column) => <ColumnHead text={short(column)} />)}
      </tr>
      {rows === 2 ? (
        <tr role="row">
          {table.columns.map((column) => (
            <ColumnHead text={short(column)} />
          ))}
        </tr>
      ) : null}
      {isForm ? (
        <tr role="row" class="numbers">
          {['1', '2', ...table.columns].map((column) => (
            <td role="cell">({column})</td>
          ))}
        </tr>
      ) : null}
    </thead>
  );
}

function ColumnHead({ text }: { readonly text: string }) {
  return (
    <th role="columnheader" scope="col" class="num">
      {text}
    </th>
  );
}
