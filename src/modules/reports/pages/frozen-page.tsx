import { formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { StatusTag } from '#ui/components/state.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { KnownReport } from '../known-report.ts';
import { type Difference, differences } from '../rules/frozen.ts';
import type { ReportTable, ReportWords } from '../rules/report-table.ts';
import type { StoredFrozen } from '../store/frozen.ts';
import { FROZEN_PATH } from './frozen-list.tsx';
import { REPORTS_PATH } from './page-deps.ts';
import { ReportTableView, shownValue } from './report-table-view.tsx';

interface FrozenPageProps {
  readonly frame: DeskFrame;
  readonly report: KnownReport;
  readonly frozen: StoredFrozen;
  /** The same question counted now. */
  readonly now: ReportTable;
  /** Whose it is: of one agency, or of all of them. */
  readonly about: string;
}

/** A frozen report and the same counted again, side by side, and whether they are equal. */
export function FrozenPage({ frame, report, frozen, now, about }: FrozenPageProps) {
  const { t } = frame;
  const words = report.words(t, frozen.clock);
  const found = differences(frozen.table, now);
  const title = t('reports.frozen.of', { title: words.title });
  const equal = found.length === 0;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ label: t('reports.all.title'), href: REPORTS_PATH }, { label: title }]}
    >
      <PageTitle
        title={title}
        tag={
          <StatusTag icon={equal ? 'ok' : 'alert'} tone={equal ? 'success' : 'warning'}>
            {t(equal ? 'reports.frozen.equal' : 'reports.frozen.differs')}
          </StatusTag>
        }
        aside={
          <>
            <a href={`${FROZEN_PATH}/${frozen.id}/bieu.xlsx`}>{t('reports.report.sheet')}</a>
            <a href={`${FROZEN_PATH}/${frozen.id}/bieu.pdf`}>{t('reports.report.pdf')}</a>
            <PrintButton>{t('reports.timeliness.print')}</PrintButton>
          </>
        }
      />
      <div class="stack">
        <WhoAndWhen t={t} frozen={frozen} about={about} />
        {frozen.intact ? null : <Notice tone="danger" title={t('reports.frozen.broken')} />}
        {words.notes?.(frozen.table).map((note) => (
          <p>{note}</p>
        ))}
        <p>{t(equal ? 'reports.frozen.equal-note' : 'reports.frozen.differs-note')}</p>
        <Differences {...{ t, words, found }} />
        <Table {...{ t, report, words }} caption={t('reports.frozen.then')} table={frozen.table} />
        <Table {...{ t, report, words }} caption={t('reports.frozen.now')} table={now} />
      </div>
    </DeskLayout>
  );
}

function WhoAndWhen({ t, frozen, about }: Pick<FrozenPageProps, 'frozen' | 'about'> & { readonly t: Words }) {
  const { from, to, clock, table, by, digest } = frozen;
  return (
    <Facts
      facts={[
        { label: t('reports.form.agency'), value: about },
        { label: t('reports.frozen.period'), value: `${formatCivilDate(from)} – ${formatCivilDate(to)}` },
        { label: t('reports.form.clock'), value: t(`reports.clock.${clock}`) },
        { label: t('reports.frozen.at'), value: formatMoment(table.at) },
        { label: t('reports.frozen.by'), value: `${by.name}, ${by.title}` },
        { label: t('reports.frozen.digest'), value: <code>{digest}</code> },
      ]}
    />
  );
}

interface ShownProps {
  readonly t: Words;
  readonly words: ReportWords;
}

function Differences({ t, words, found }: ShownProps & { readonly found: readonly Difference[] }) {
  if (found.length === 0) return null;
  return (
    <DataTable
      t={t}
      caption={t('reports.frozen.differences')}
      captionShown
      rows={found}
      columns={[
        {
          head: t('reports.table.name'),
          rowHeader: true,
          class: 'wrapok',
          cell: ({ line }: Difference) => words.label(line),
        },
        {
          head: t('reports.frozen.column'),
          class: 'wrapok',
          labelled: true,
          cell: ({ column }) => words.column(column),
        },
        {
          head: t('reports.frozen.was'),
          numeric: true,
          labelled: true,
          cell: ({ column, was }) => shownValue(t, words, column, was),
        },
        {
          head: t('reports.frozen.is'),
          numeric: true,
          labelled: true,
          cell: ({ column, is }) => shownValue(t, words, column, is),
        },
      ]}
    />
  );
}

interface TableProps extends ShownProps {
  readonly report: KnownReport;
  readonly caption: string;
  readonly table: ReportTable;
}

function Table({ t, report, words, caption, table }: TableProps) {
  return (
    <ReportTableView {...{ t, report, words, caption, table }} lines={table.lines} hrefOf={() => null} />
  );
}
