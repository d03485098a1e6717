import type { Instant } from '#kernel/instant.ts';
import { groupThousands } from '#kernel/money.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ReportItem } from '../known-report.ts';
import type { ReportLine } from '../rules/report-table.ts';
import { REPORTS_PATH } from './page-deps.ts';
import { type AskedReport, reportHref } from './report-asked.ts';
import { noteOf } from './report-page.tsx';

interface ItemsPageProps {
  readonly frame: DeskFrame;
  readonly asked: AskedReport;
  readonly line: ReportLine;
  readonly column: string;
  readonly items: readonly ReportItem[];
  readonly now: Instant;
}

/** The procedures that a number counts, and how it counts them. */
export function ItemsPage({ frame, asked, line, column, items, now }: ItemsPageProps) {
  const { t } = frame;
  const words = asked.report.words(t);
  const title = t('reports.behind.title', { line: words.label(line), column: words.column(column) });
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
        {t('reports.items.count', { n: groupThousands(items.length) })} {words.rule(column, line)}
      </p>
      <DataTable
        t={t}
        caption={title}
        rows={items}
        columns={[
          { head: t('reports.items.code'), rowHeader: true, cell: ({ code }: ReportItem) => code },
          { head: t('reports.items.name'), class: 'wrapok', cell: ({ name }) => name },
        ]}
      />
    </DeskLayout>
  );
}
