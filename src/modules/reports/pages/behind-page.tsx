import { formatMoment } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { IconName } from '#ui/components/icon.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { State, type Tone } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { DossierClass } from '../rules/class-of-dossier.ts';
import type { ReportLine } from '../rules/report-table.ts';
import type { CountedBehind, DossierBehind } from '../store/behind.ts';
import { REPORTS_PATH } from './page-deps.ts';
import { type AskedReport, reportHref } from './report-asked.ts';
import { noteOf } from './report-page.tsx';

interface BehindPageProps {
  readonly frame: DeskFrame;
  readonly asked: AskedReport;
  readonly line: ReportLine;
  readonly column: string;
  readonly counted: CountedBehind;
  readonly lines: readonly DossierBehind[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
  readonly now: Instant;
}

/** The dossiers that a number counts, how it counts them, and how many of them this person may not open. */
export function BehindPage({
  frame,
  asked,
  line,
  column,
  counted,
  lines,
  hasMore,
  isFirst,
  now,
}: BehindPageProps) {
  const { t } = frame;
  const words = asked.report.words(t, asked.asked.clock);
  const label = words.label(line);
  const title = t('reports.behind.title', { line: label, column: words.column(column) });
  const hidden = counted.all - counted.readable;
  const here = { dong: line.of, muc: line.key || undefined, cot: column };
  const last = lines.at(-1);
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
      <PageTitle
        title={title}
        note={noteOf(t, asked, now)}
        aside={<a href={reportHref(asked, '/ho-so.xlsx', here)}>{t('reports.behind.sheet')}</a>}
      />
      <div class="stack">
        <p>
          {t('reports.behind.count', { n: groupThousands(counted.all) })} {words.rule(column, line)}
        </p>
        {hidden > 0 ? <p>{t('reports.behind.hidden', { n: groupThousands(hidden) })}</p> : null}
        {lines.length > 0 ? (
          <DataTable t={t} caption={title} rows={lines} columns={columnsOf(t)} walkable />
        ) : null}
      </div>
      <Pagination
        t={t}
        shown={t('reports.behind.shown', {
          n: groupThousands(lines.length),
          all: groupThousands(counted.readable),
        })}
        firstHref={isFirst ? undefined : reportHref(asked, '/ho-so', here)}
        nextHref={
          hasMore && last
            ? reportHref(asked, '/ho-so', { ...here, sau: `${last.receivedAt}_${last.id}` })
            : undefined
        }
      />
    </DeskLayout>
  );
}

const looks: Readonly<Record<DossierClass, readonly [IconName, Tone]>> = {
  early: ['ok', 'success'],
  'on-time': ['ok', 'success'],
  late: ['late', 'danger'],
  'in-time': ['clock', 'info'],
  overdue: ['late', 'danger'],
};

function columnsOf(t: Words): Column<DossierBehind>[] {
  return [
    {
      head: t('reports.behind.dossier'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ name, procedureName }) => (
        <>
          <a href={`/lam-viec/ho-so/${encodeURIComponent(name)}`}>{name}</a>{' '}
          <span class="subtle">{procedureName}</span>
        </>
      ),
    },
    {
      head: t('reports.behind.received'),
      class: 'when',
      labelled: true,
      cell: ({ receivedAt }) => formatMoment(receivedAt),
    },
    {
      head: t('reports.behind.due'),
      class: 'when',
      labelled: true,
      cell: ({ dueAt }) => (dueAt ? formatMoment(dueAt) : t('reports.behind.none')),
    },
    {
      head: t('reports.behind.ended'),
      class: 'when',
      labelled: true,
      cell: ({ endedAt }) => (endedAt ? formatMoment(endedAt) : t('reports.behind.open')),
    },
    {
      head: t('reports.behind.class'),
      labelled: true,
      cell: (one) => {
        const [icon, tone] = looks[one.class];
        return (
          <State icon={icon} tone={tone}>
            {t(`reports.figure.${one.class}`)}
          </State>
        );
      },
    },
  ];
}
