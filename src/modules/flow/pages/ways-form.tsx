import { formatCivilDate } from '#kernel/civil-date.ts';
import { groupThousands } from '#kernel/money.ts';
import type { Period, TypedPeriod } from '#modules/reports/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import type { ProcedureCount } from '../store/ways.ts';
import { WAYS_PATH } from './page-deps.ts';

export interface TypedWays extends TypedPeriod {
  readonly 'thu-tuc'?: string | undefined;
  readonly 'co-quan'?: string | undefined;
}

interface WaysFormProps {
  readonly t: Words;
  readonly procedures: readonly ProcedureCount[];
  readonly agencies: readonly { readonly id: string; readonly shortName: string }[];
  readonly period: Period;
  readonly typed: TypedWays;
  readonly errors: readonly FormError[];
}

export function WaysForm({ t, procedures, agencies, period, typed, errors }: WaysFormProps) {
  return (
    <form class="filters no-print" method="get" action={WAYS_PATH}>
      <SelectField
        t={t}
        name="thu-tuc"
        label={t('flow.ways.procedure')}
        options={procedures.map(({ code, name, count }) => ({
          value: code,
          label: `${name} (${groupThousands(count)})`,
        }))}
        value={typed['thu-tuc']}
        emptyLabel={t('flow.ways.choose')}
      />
      {agencies.length > 1 ? (
        <SelectField
          t={t}
          name="co-quan"
          label={t('flow.ways.agency')}
          options={agencies.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          value={typed['co-quan']}
          emptyLabel={t('flow.ways.all')}
        />
      ) : null}
      <DateField
        t={t}
        name="tu"
        label={t('flow.ways.from')}
        hint={t('flow.ways.date-hint')}
        value={typed.tu || formatCivilDate(period.from)}
        error={errorOf(errors, 'tu')}
      />
      <DateField
        t={t}
        name="den"
        label={t('flow.ways.to')}
        hint={t('flow.ways.date-hint')}
        value={typed.den || formatCivilDate(period.to)}
        error={errorOf(errors, 'den')}
      />
      <Button variant="secondary">{t('flow.ways.show')}</Button>
    </form>
  );
}
