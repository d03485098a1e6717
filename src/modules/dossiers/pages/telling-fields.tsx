import type { Words } from '#platform/i18n/words.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { tellingOutcomes, tellingWays } from '../rules/event.ts';

/** For the ticked lines together: how people were told, and with what outcome. */
export function TellingFields({ t }: { readonly t: Words }) {
  const options = (values: readonly string[], kind: string) =>
    values.map((value) => ({ value, label: t(`dossiers.${kind}.${value}`) }));
  return (
    <>
      <SelectField
        t={t}
        name="way"
        label={t('dossiers.form.told-by')}
        options={options(tellingWays, 'telling-way')}
      />
      <SelectField
        t={t}
        name="outcome"
        label={t('dossiers.form.telling-outcome')}
        options={options(tellingOutcomes, 'telling-outcome')}
      />
    </>
  );
}
