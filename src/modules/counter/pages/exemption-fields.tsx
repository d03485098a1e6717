import { State } from '#ui/components/state.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { textOf } from '../rules/fields.ts';
import { fieldProps, type IntakeView } from './intake-view.ts';

/** Who pays less, and what was shown for it. */
export function ExemptionFields({ view }: { readonly view: IntakeView }) {
  const { t, language } = view.frame;
  const { exemptions } = view.opened.offer;
  const chosen = textOf(view.opened.draft.fields, 'exemption');
  if (exemptions.length === 0 && chosen === '') return null;
  const { exemption } = view.preview;
  return (
    <div class="form">
      <SelectField
        {...fieldProps(view, 'exemption')}
        label={t('counter.exemption.label')}
        emptyLabel={t('counter.exemption.none')}
        options={exemptions.map(({ key, name, percent }) => ({
          value: key,
          label: percent === 100 ? name[language] : `${name[language]} (${percent}%)`,
        }))}
        class="w3"
      />
      <TextField
        {...fieldProps(view, 'exemption-proof')}
        label={t('counter.exemption.proof')}
        maxLength={2000}
        class="w3"
        optional={!exemption?.proofNeeded}
      />
      {exemption ? (
        <p class="w6 small">
          {t('counter.exemption.basis', { basis: exemption.basis })}{' '}
          {exemption.unverified ? (
            <State icon="alert" tone="warning">
              {t('counter.exemption.unverified')}
            </State>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
