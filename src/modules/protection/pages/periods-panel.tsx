import { formatCivilDate } from '#kernel/civil-date.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { KeepingPeriod } from '../rules/keeping-period.ts';
import { paths } from './page-deps.ts';

export interface PeriodsView {
  readonly agencyId: string;
  readonly periods: readonly KeepingPeriod[];
  readonly fields: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly key: string;
  readonly typed: Readonly<Record<string, string>>;
}

interface PeriodsPanelProps {
  readonly frame: DeskFrame;
  readonly view: PeriodsView;
  readonly errors: readonly FormError[];
}

/** Where a field or a procedure is kept for another time than the agency's one period. */
export function PeriodsPanel({ frame, view, errors }: PeriodsPanelProps) {
  const { t } = frame;
  const title = t('protection.periods.title');
  return (
    <Panel id="thoi-han" title={title}>
      <div class="stack">
        <p>{t('protection.periods.note')}</p>
        {view.periods.length > 0 ? (
          <DataTable t={t} caption={title} columns={columns(frame, view)} rows={view.periods} />
        ) : (
          <p class="subtle">{t('protection.periods.none')}</p>
        )}
        <PeriodForm frame={frame} view={view} errors={errors} />
      </div>
    </Panel>
  );
}

function columns({ t }: DeskFrame, { names }: PeriodsView): Column<KeepingPeriod>[] {
  return [
    {
      head: t('protection.periods.scope'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ scope }) => t(`protection.periods.of-${scope.kind}`, { of: scope.of }),
    },
    {
      head: t('protection.periods.years'),
      labelled: true,
      numeric: true,
      cell: ({ years }) => String(years),
    },
    { head: t('protection.periods.from'), labelled: true, cell: (one) => formatCivilDate(one.validFrom) },
    { head: t('protection.periods.paper'), labelled: true, class: 'wrapok', cell: ({ paper }) => paper },
    {
      head: t('protection.periods.set-by'),
      labelled: true,
      class: 'wrapok',
      cell: ({ setBy }) => names.get(setBy) ?? '',
    },
  ];
}

function PeriodForm({ frame, view, errors }: PeriodsPanelProps) {
  const { t } = frame;
  const props = (name: string) => ({
    t,
    name,
    value: view.typed[name] ?? '',
    error: errorOf(errors, name),
  });
  return (
    <form class="stack" method="post" action={paths.periods} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="co-quan" value={view.agencyId} />
      <input type="hidden" name="key" value={view.key} />
      <SelectField
        {...props('linh-vuc')}
        label={t('protection.periods.field')}
        hint={t('protection.periods.field-hint')}
        emptyLabel={t('protection.periods.no-field')}
        options={view.fields.map((field) => ({ value: field, label: field }))}
      />
      <TextField {...props('thu-tuc')} label={t('protection.periods.code')} maxLength={40} optional />
      <TextField {...props('so-nam-rieng')} label={t('protection.periods.years')} maxLength={10} />
      <TextField
        {...props('van-ban')}
        label={t('protection.rules.paper')}
        hint={t('protection.rules.paper-hint')}
        maxLength={60}
      />
      <DateField
        {...props('tu-ngay')}
        label={t('protection.periods.from-typed')}
        hint={t('protection.periods.from-hint')}
      />
      <p>
        <Button variant="secondary">{t('protection.periods.send')}</Button>
      </p>
    </form>
  );
}
