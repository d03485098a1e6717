import type { ComponentChildren } from 'preact';
import { groupThousands } from '#kernel/money.ts';
import { bytes, page, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { writeSheet, XLSX } from '#platform/sheets/write-sheet.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { CountedBehind } from '../store/behind.ts';
import { type AskedNumber, type AskingNumber, type NumberPath, numberHref } from './asked-number.ts';
import { NumberFrame, titleOfNumber } from './number-frame.tsx';
import type { ReportPageDeps } from './page-deps.ts';

const PAGE = 50;
const AT_ONCE = 5_000;
/** More is asked for by a shorter period. */
const MOST_ON_SHEET = 50_000;

interface Listed {
  readonly name: string;
  readonly procedureName: string;
}

/** A column of the list and of its sheet. */
export interface NumberColumn<R> extends Pick<Column<R>, 'head' | 'class' | 'numeric'> {
  readonly text: (row: R) => string | number;
  /** On the page, where it is more than the text. */
  readonly cell?: (row: R) => ComponentChildren;
  /** In the sheet, in letters. */
  readonly width: number;
}

/** The dossiers behind a number: how many, which, from where a page goes on, what is said of each. */
export interface NumberList<R extends Listed, P> {
  readonly path: NumberPath;
  readonly count: () => Promise<CountedBehind>;
  readonly list: (page: { readonly after: P | null; readonly limit: number }) => Promise<R[]>;
  readonly placeOf: (row: R) => P;
  /** A place as an address has it, and back; null for anything else. */
  readonly write: (place: P) => string;
  readonly read: (typed: string | undefined) => P | null;
  readonly columns: readonly NumberColumn<R>[];
}

export type As = 'page' | 'sheet';

/** A page of the list, or all of it as a sheet: only those that this person may open. */
export function listReply<R extends Listed, P>(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
  list: NumberList<R, P>,
  as: As,
): Promise<Reply> {
  return as === 'page' ? pageOf(deps, request, number, list) : sheetOf(request.t, number, list);
}

async function pageOf<R extends Listed, P>(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
  list: NumberList<R, P>,
): Promise<Reply> {
  const { t, legalNow: now, query } = request;
  const after = list.read(query.sau);
  const counted = await list.count();
  const found = await list.list({ after, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const hidden = counted.all - counted.readable;
  const [n, all] = [rows.length, counted.readable].map((one) => groupThousands(one));
  const { path } = list;
  return page(
    <NumberFrame
      {...{ frame: await deps.deskFrame(request), number, path, now }}
      count={t('reports.behind.count', { n: groupThousands(counted.all) })}
    >
      {hidden > 0 ? <p>{t('reports.behind.hidden', { n: groupThousands(hidden) })}</p> : null}
      {rows.length > 0 ? (
        <DataTable
          t={t}
          caption={titleOfNumber(t, number)}
          rows={rows}
          columns={columnsOf(t, list.columns)}
          walkable
        />
      ) : null}
      <Pagination
        t={t}
        shown={t('reports.behind.shown', { n: n ?? '', all: all ?? '' })}
        firstHref={after === null ? undefined : numberHref(number, path)}
        nextHref={last && numberHref(number, path, list.write(list.placeOf(last)))}
      />
    </NumberFrame>,
  );
}

function columnsOf<R extends Listed>(t: Words, columns: readonly NumberColumn<R>[]): Column<R>[] {
  return [
    {
      ...{ head: t('reports.behind.dossier'), rowHeader: true, class: 'wrapok' },
      cell: ({ name, procedureName }) => (
        <>
          <a href={`/lam-viec/ho-so/${encodeURIComponent(name)}`}>{name}</a>{' '}
          <span class="subtle">{procedureName}</span>
        </>
      ),
    },
    ...columns.map(({ text, cell = text, width, ...rest }): Column<R> => ({ ...rest, labelled: true, cell })),
  ];
}

async function sheetOf<R extends Listed, P>(
  t: Words,
  number: AskedNumber,
  { list, placeOf, columns }: NumberList<R, P>,
): Promise<Reply> {
  const all: R[] = [];
  let after: P | null = null;
  do {
    const part: R[] = await list({ after, limit: AT_ONCE });
    all.push(...part);
    const last = part.length === AT_ONCE ? part.at(-1) : undefined;
    after = last ? placeOf(last) : null;
  } while (after !== null && all.length < MOST_ON_SHEET);
  const heads = [
    { head: t('reports.behind.dossier'), width: 28 },
    { head: t('reports.behind.procedure'), width: 50 },
    ...columns.map(({ head, width }) => ({ head, width })),
  ];
  const rows = all.map((one) => [one.name, one.procedureName, ...columns.map(({ text }) => text(one))]);
  const more = after === null ? [] : [[t('reports.behind.sheet-cut', { n: groupThousands(rows.length) })]];
  const file = await writeSheet(titleOfNumber(t, number), heads, [...rows, ...more]);
  return bytes(file, XLSX, `${number.asked.report.slug}-ho-so.xlsx`);
}
