import type { Words } from '#platform/i18n/words.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import type { SortColumn } from '../rules/list-sort.ts';
import { type SortOf, sortOptions } from './list-order.ts';

export interface ListOrder {
  readonly columns: readonly SortColumn[];
  /** The chosen order as the address says it. */
  readonly xep: string | undefined;
  readonly sortOf: SortOf;
}

/** The order as a field of the filters: it stays when they change, and a phone shows no heads. */
export function SortField({ t, order }: { readonly t: Words; readonly order: ListOrder }) {
  return (
    <SelectField
      t={t}
      name="xep"
      label={t('dossiers.sort.label')}
      options={sortOptions(t, order.columns)}
      value={order.xep}
      emptyLabel={t('dossiers.sort.own')}
    />
  );
}
