import type { Instant } from '#kernel/instant.ts';
import { groupThousands } from '#kernel/money.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { CountedBehind } from '../store/behind.ts';
import type { AskedNumber } from './asked-number.ts';
import { REPORTS_PATH } from './page-deps.ts';
import { reportHref } from './report-asked.ts';
import { noteOf } from './report-page.tsx';

interface NumberPageProps<R> {
  readonly frame: DeskFrame;
  readonly number: AskedNumber;
  readonly counted: CountedBehind;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly isFirst: boolean;
  /** Where the next page begins; null: this is the last. */
  readonly next: string | null;
  readonly now: Instant;
}

/** What a number counts, how it counts, and how many of it this person may not open. */
export function NumberPage<R>(props: NumberPageProps<R>) {
  const { frame, number, counted, rows, columns, isFirst, next, now } = props;
  const { t } = frame;
  const { asked, line, column } = number;
  const words = asked.report.words(t, asked.asked.clock);
  const title = t('reports.behind.title', { line: words.label(line), column: words.column(column) });
  const here = { dong: line.of, muc: line.key || undefined, cot: column };
  const hidden = counted.all - counted.readable;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[
        { label: t('reports.all.title'), href: REPORTS_PATH },
        { label: words.title, href: reportHref(asked) },
        { label: title },
      ]}
    >
      <PageTitle title={title} note={noteOf(t, asked, now)} />
      <p>
        {t('reports.behind.count', { n: groupThousands(counted.all) })} {words.rule(column, line)}
      </p>
      {hidden > 0 ? <p>{t('reports.behind.hidden', { n: groupThousands(hidden) })}</p> : null}
      {rows.length > 0 ? <DataTable t={t} caption={title} rows={rows} columns={columns} walkable /> : null}
      <Pagination
        t={t}
        shown={t('reports.behind.shown', {
          n: groupThousands(rows.length),
          all: groupThousands(counted.readable),
        })}
        firstHref={isFirst ? undefined : reportHref(asked, '/danh-sach', here)}
        nextHref={next ? reportHref(asked, '/danh-sach', { ...here, sau: next }) : undefined}
      />
    </DeskLayout>
  );
}

/** The number of a dossier, to be opened, with what it is about. */
export function DossierLink({
  name,
  procedureName,
}: {
  readonly name: string;
  readonly procedureName: string;
}) {
  return (
    <>
      <a href={`/lam-viec/ho-so/${encodeURIComponent(name)}`}>{name}</a>{' '}
      <span class="subtle">{procedureName}</span>
    </>
  );
}
