import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { StatusTag } from '#ui/components/state.tsx';
import { longMoment } from '#ui/dates.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ProcedureSums } from '../rules/fee-settlement.ts';
import { quarterBefore, quarterName } from '../rules/quarter.ts';
import { dayText } from './lists-page.tsx';
import { money } from './money-text.ts';
import { paths } from './paths.ts';
import { QuarterForms, Treasury } from './quarter-forms.tsx';
import { type QuarterLine, quarterLines } from './quarter-lines.ts';
import type { QuarterView } from './quarter-view.ts';

interface ViewProps {
  readonly view: QuarterView;
}

/** The settlement of a quarter's fees: who has not closed a day first, then the numbers, each with its list. */
export function QuarterPage({ view }: ViewProps) {
  const { frame, quarter, at } = view;
  const { t } = frame;
  const before = quarterBefore(quarter);
  const title = t('cash.quarter.title', { nth: quarter.nth, year: quarter.year });
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.lists, label: t('cash.lists.title') }, { label: title }]}
    >
      <ErrorSummary t={t} errors={view.errors} />
      {view.done ? <Notice tone="success" title={t(`cash.quarter.done-${view.done}`)} live /> : null}
      <PageTitle
        title={title}
        tag={<QuarterState view={view} />}
        note={view.officeName}
        aside={<PrintButton>{t('cash.quarter.print')}</PrintButton>}
      />
      <div class="stack">
        <p class="row no-print">
          <a href={paths.quarterOf({ quarter: before, at })}>
            {t('cash.quarter.before', { nth: before.nth, year: before.year })}
          </a>
          <a href={paths.quarterSheet({ quarter, at })}>{t('cash.quarter.sheet')}</a>
        </p>
        <OneStop view={view} />
        <OpenDays view={view} />
        <Figures view={view} />
        <Procedures view={view} />
        <Treasury view={view} />
        <QuarterForms view={view} />
        <People view={view} />
      </div>
    </DeskLayout>
  );
}

/** Only for a person with several. */
function OneStop({ view: { frame, quarter, choices, officeId } }: ViewProps) {
  const { t } = frame;
  if (choices.length === 0) return null;
  return (
    <form class="filters no-print" method="get" action={paths.quarter}>
      <input type="hidden" name="quy" value={quarterName(quarter)} />
      <SelectField
        t={t}
        name="bo-phan"
        label={t('cash.quarter.one-stop')}
        options={choices}
        value={officeId}
      />
      <Button variant="secondary">{t('cash.quarter.show')}</Button>
    </form>
  );
}

function QuarterState({ view: { frame, state } }: ViewProps) {
  const { t } = frame;
  if (state.confirmation)
    return (
      <StatusTag icon="ok" tone="success">
        {t('cash.quarter.confirmed')}
      </StatusTag>
    );
  return (
    <StatusTag icon={state.settlement ? 'lock' : 'clock'} tone={state.settlement ? 'info' : undefined}>
      {t(state.settlement ? 'cash.quarter.prepared' : 'cash.quarter.open')}
    </StatusTag>
  );
}

function OpenDays({ view: { frame, state } }: ViewProps) {
  const { t } = frame;
  if (state.openDays.length === 0) return null;
  return (
    <Notice tone="warning" title={t('cash.quarter.open-days', { n: state.openDays.length })}>
      <ul>
        {state.openDays.map((list) => (
          <li>
            <a href={paths.list(list.id)}>
              {list.clerkName}, {dayText(t, list)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Figures({ view: { frame, quarter, at, state } }: ViewProps) {
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={t('cash.quarter.figures')}
      rows={quarterLines(t, state.figures)}
      columns={[
        {
          head: t('cash.quarter.what'),
          rowHeader: true,
          class: 'wrapok',
          cell: ({ key }: QuarterLine) => t(`cash.quarter.line-${key}`),
        },
        {
          head: t('cash.quarter.value'),
          labelled: true,
          class: 'wrapok',
          cell: ({ value, kind }) =>
            kind ? <a href={paths.quarterDetail({ quarter, at }, { kind })}>{value}</a> : value,
        },
        {
          head: t('cash.quarter.rule'),
          labelled: true,
          class: 'wrapok',
          cell: ({ key }) => t(`cash.quarter.rule-${key}`),
        },
      ]}
    />
  );
}

function Procedures({ view: { frame, quarter, at, state } }: ViewProps) {
  const { t } = frame;
  const { procedures } = state.figures;
  if (procedures.length === 0) return null;
  const amount = (key: string, of: (sums: ProcedureSums) => number) => ({
    head: t(`cash.quarter.line-${key}`),
    numeric: true,
    labelled: true,
    cell: (sums: ProcedureSums) => money(of(sums)),
  });
  return (
    <DataTable
      t={t}
      caption={t('cash.quarter.by-procedure')}
      captionShown
      rows={procedures}
      columns={[
        {
          head: t('cash.quarter.procedure'),
          rowHeader: true,
          class: 'wrapok',
          cell: ({ code, name }: ProcedureSums) => (
            <a href={paths.quarterDetail({ quarter, at }, { kind: 'all', code })}>{`${name} (${code})`}</a>
          ),
        },
        {
          head: t('cash.quarter.line-issued'),
          numeric: true,
          labelled: true,
          cell: ({ receipts }) => String(receipts),
        },
        amount('taken', (one) => one.taken),
        amount('voided', (one) => one.voided),
        amount('given-back', (one) => one.givenBack),
        amount('net', (one) => one.net),
      ]}
    />
  );
}

function People({ view: { frame, state } }: ViewProps) {
  const { t } = frame;
  const { settlement, confirmation } = state;
  const said = [
    ...(settlement ? [['prepared-by', settlement] as const] : []),
    ...(confirmation ? [['confirmed-by', confirmation] as const] : []),
  ];
  return (
    <>
      {said.map(([key, { by, at }]) => (
        <p>{t(`cash.quarter.${key}`, { name: by.name, title: by.title, at: longMoment(t, at) })}</p>
      ))}
    </>
  );
}
