import type { Words } from '#platform/i18n/words.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { type Option, SelectField } from '#ui/fields/select-field.tsx';
import { states } from '../rules/dossier.ts';
import { paths } from './page-deps.ts';
import { type ListOrder, SortField } from './sort-field.tsx';

interface ListFiltersProps {
  readonly t: Words;
  readonly order: ListOrder;
  readonly procedures: readonly Option[];
  readonly values: {
    readonly 'trang-thai'?: string | undefined;
    readonly 'thu-tuc'?: string | undefined;
    readonly tu?: string | undefined;
    readonly den?: string | undefined;
  };
  /** The same lines as a sheet. */
  readonly sheetHref: string;
  readonly errors: { readonly tu?: string | undefined; readonly den?: string | undefined };
}

export function ListFilters({ t, order, procedures, values, errors, sheetHref }: ListFiltersProps) {
  const hint = t('dossiers.list.date-hint');
  return (
    <form class="filters" method="get" action={paths.list}>
      <SelectField
        t={t}
        name="trang-thai"
        label={t('dossiers.list.state')}
        options={states.map((value) => ({ value, label: t(`dossiers.state.${value}`) }))}
        value={values['trang-thai']}
        emptyLabel={t('dossiers.list.all')}
      />
      <SelectField
        t={t}
        name="thu-tuc"
        label={t('dossiers.list.procedure')}
        options={procedures}
        value={values['thu-tuc']}
        emptyLabel={t('dossiers.list.all')}
      />
      <DateField
        t={t}
        hint={hint}
        name="tu"
        label={t('dossiers.list.from')}
        value={values.tu}
        error={errors.tu}
      />
      <DateField
        t={t}
        hint={hint}
        name="den"
        label={t('dossiers.list.to')}
        value={values.den}
        error={errors.den}
      />
      <SortField t={t} order={order} />
      <Button variant="secondary">{t('dossiers.list.filter')}</Button>
      <LinkButton variant="tertiary" icon="download" href={sheetHref}>
        {t('dossiers.list.sheet')}
      </LinkButton>
    </form>
  );
}
