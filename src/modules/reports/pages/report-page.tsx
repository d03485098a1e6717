import type { ComponentChildren } from 'preact';
import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { longMoment } from '#ui/dates.ts';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { checkSums } from '../rules/check-sums.ts';
import {
  fullTitle,
  kindsOf,
  type ReportLine,
  type ReportTable,
  type ReportWords,
} from '../rules/report-table.ts';
import { numberHref } from './asked-number.ts';
import { CheckSums } from './check-sums.tsx';
import { REPORTS_PATH } from './page-deps.ts';
import { type AskedReport, reportHref } from './report-asked.ts';
import { ReportForm } from './report-form.tsx';
import { ReportTableView } from './report-table-view.tsx';

export interface ReportPageProps {
  readonly frame: DeskFrame;
  readonly asked: AskedReport;
  /** Null while the question cannot be read. */
  readonly table: ReportTable | null;
  /** What stands under the numbers: who may freeze them, what was frozen, what the registers say. */
  readonly below: ComponentChildren;
  readonly now: Instant;
}

/** A report of a period: its numbers, what they sum up to, how each is counted. */
export function ReportPage({ frame, asked, table, below, now }: ReportPageProps) {
  const { t } = frame;
  const words = asked.report.words(t, asked.asked.clock);
  const errors = asked.period.refusals.map((refusal) => ({
    field: refusal.field ?? 'tu',
    text: textOfRefusal(t, refusal),
  }));
  const crumbs = [{ label: t('reports.all.title'), href: REPORTS_PATH }, { label: words.title }];
  return (
    <DeskLayout frame={frame} title={words.title} crumbs={crumbs}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle
        title={words.title}
        note={noteOf(t, asked, now)}
        aside={table ? <Files t={t} asked={asked} /> : null}
      />
      <ReportForm {...{ t, asked, errors, now }} />
      {table ? <Numbers {...{ t, asked, table, words }} /> : null}
      {below}
    </DeskLayout>
  );
}

/** Which form, of whom, from when to when, by which clock, as of when. */
export function noteOf(t: Words, { report, asked, agency }: AskedReport, now: Instant): string {
  const { form } = report.words(t);
  const about = t('reports.report.about', {
    agency: agency?.name ?? t('reports.form.all-agencies'),
    from: formatCivilDate(asked.from),
    to: formatCivilDate(asked.to),
    clock: t(`reports.clock.${asked.clock}`),
    now: longMoment(t, now),
  });
  return [form && `${form}.`, about].filter(Boolean).join(' ');
}

function Files({ t, asked }: { readonly t: Words; readonly asked: AskedReport }) {
  return (
    <>
      <a href={reportHref(asked, '/bieu.xlsx')}>{t('reports.report.sheet')}</a>
      <a href={reportHref(asked, '/bieu.pdf')}>{t('reports.report.pdf')}</a>
      <PrintButton>{t('reports.timeliness.print')}</PrintButton>
    </>
  );
}

interface NumbersProps {
  readonly t: Words;
  readonly asked: AskedReport;
  readonly table: ReportTable;
  readonly words: ReportWords;
}

function Numbers({ t, asked, table, words }: NumbersProps) {
  const { report } = asked;
  const sum = table.lines.filter(({ of }) => of === 'sum');
  const kinds = kindsOf(table.lines);
  if (kinds.length === 0)
    return (
      <Empty title={t('reports.timeliness.none')}>
        <p>{t('reports.timeliness.none-note')}</p>
      </Empty>
    );
  return (
    <div class="stack">
      {words.notes?.(table).map((note) => (
        <p>{note}</p>
      ))}
      {kinds.map((kind) => (
        <ReportTableView
          {...{ t, report, words, table }}
          caption={t(`reports.by.${kind}`)}
          lines={[...table.lines.filter(({ of }) => of === kind), ...sum]}
          hrefOf={(line, column) => listHref(asked, line, column)}
        />
      ))}
      <CheckSums t={t} checked={checkSums(table, report.checks ?? [])} />
      <Rules t={t} table={table} words={words} isForm={report.numbered ?? false} />
    </div>
  );
}

/** Where what a number counts is listed; null: nowhere. */
function listHref(asked: AskedReport, line: ReportLine, column: string): string | null {
  const { behind, items, listed } = asked.report;
  const number = { asked, line, column };
  if (listed) return listed(line, column) ? numberHref(number, '/danh-sach') : null;
  return behind?.(column) || items ? numberHref(number, '/ho-so') : null;
}

/** How each number is counted. */
function Rules({ t, table, words, isForm }: Omit<NumbersProps, 'asked'> & { readonly isForm: boolean }) {
  const [line] = table.lines;
  if (!line) return null;
  return (
    <section class="stack" aria-labelledby="cach-dem">
      <h2 id="cach-dem">{t('reports.report.rules')}</h2>
      {words.remarks?.().map((remark) => (
        <p>{remark}</p>
      ))}
      <dl class="facts rules">
        {table.columns.map((column) => (
          <>
            <dt>{isForm ? `(${column}) ${words.column(column)}` : fullTitle(words, column)}</dt>
            <dd>{words.rule(column, line)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
