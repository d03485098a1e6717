import type { Instant } from '#kernel/instant.ts';
import { groupThousands } from '#kernel/money.ts';
import type { Period } from '#modules/reports/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { longMoment } from '#ui/dates.ts';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Ways } from '../actions/ask-ways.ts';
import type { StoredLog } from '../store/logs.ts';
import type { ProcedureCount } from '../store/ways.ts';
import { WAYS_PATH } from './page-deps.ts';
import { daysOf } from './way-words.ts';
import { type TypedWays, WaysForm } from './ways-form.tsx';
import { WaysOfProcedure } from './ways-of-procedure.tsx';

interface WaysPageProps {
  readonly frame: DeskFrame;
  readonly agencies: readonly { readonly id: string; readonly shortName: string }[];
  readonly procedures: readonly ProcedureCount[];
  readonly period: Period;
  readonly typed: TypedWays;
  /** Null: no procedure is chosen. */
  readonly ways: Ways | null;
  readonly logs: readonly StoredLog[];
  readonly now: Instant;
}

/** How dossiers of a procedure really go, beside how it was designed. */
export function WaysPage({ frame, agencies, procedures, period, typed, ways, logs, now }: WaysPageProps) {
  const { t } = frame;
  const title = t('flow.ways.title');
  const errors = period.refusals.map((refusal) => ({
    field: refusal.field ?? 'tu',
    text: textOfRefusal(t, refusal),
  }));
  return (
    <DeskLayout frame={frame} title={title}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle
        title={title}
        note={t('flow.ways.note', { now: longMoment(t, now) })}
        aside={<PrintButton>{t('flow.ways.print')}</PrintButton>}
      />
      <WaysForm t={t} {...{ procedures, agencies, period, typed, errors }} />
      <div class="stack">
        {errors.length > 0 ? null : ways ? (
          <WaysOfProcedure t={t} ways={ways} />
        ) : (
          <Procedures t={t} procedures={procedures} typed={typed} />
        )}
        <Logs t={t} logs={logs} />
      </div>
    </DeskLayout>
  );
}

interface ProceduresProps {
  readonly t: Words;
  readonly procedures: readonly ProcedureCount[];
  readonly typed: TypedWays;
}

function Procedures({ t, procedures, typed }: ProceduresProps) {
  if (procedures.length === 0)
    return (
      <Empty title={t('flow.ways.none')}>
        <p>{t('flow.ways.none-note')}</p>
      </Empty>
    );
  return (
    <DataTable
      t={t}
      caption={t('flow.ways.procedures')}
      captionShown
      rows={procedures}
      columns={[
        {
          head: t('flow.ways.procedure'),
          rowHeader: true,
          class: 'wrapok',
          cell: ({ code, name }) => <a href={hrefOf({ ...typed, 'thu-tuc': code })}>{name}</a>,
        },
        {
          head: t('flow.column.received'),
          numeric: true,
          labelled: true,
          cell: ({ count }) => groupThousands(count),
        },
      ]}
    />
  );
}

function hrefOf(typed: TypedWays): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(typed)) if (value) query.set(key, value);
  return `${WAYS_PATH}?${query}`;
}

function Logs({ t, logs }: { readonly t: Words; readonly logs: readonly StoredLog[] }) {
  if (logs.length === 0) return null;
  const number = (head: string, cell: (log: StoredLog) => string) => ({
    head,
    numeric: true,
    labelled: true,
    cell,
  });
  const hrefTo = (name: string) => `${WAYS_PATH}/nhat-ky?${new URLSearchParams({ ten: name })}`;
  return (
    <DataTable
      t={t}
      caption={t('flow.logs.title')}
      captionShown
      rows={logs}
      columns={[
        {
          head: t('flow.logs.name'),
          rowHeader: true,
          class: 'wrapok',
          cell: ({ name }) => <a href={hrefTo(name)}>{name}</a>,
        },
        number(t('flow.logs.count'), ({ cases }) => groupThousands(cases)),
        number(t('flow.logs.events'), ({ events }) => groupThousands(events)),
        { head: t('flow.logs.days'), labelled: true, cell: (log) => daysOf(log).join(' – ') },
      ]}
    />
  );
}
