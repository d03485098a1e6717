import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { isTicked, textOf } from '../rules/fields.ts';
import { fieldProps, type IntakeView } from './intake-view.ts';

interface PartyFieldsProps {
  readonly view: IntakeView;
  /** `applicants.0`, `authorised`. */
  readonly prefix: string;
  readonly personOnly?: boolean;
}

/** A person or an organisation; styles show what belongs to the chosen one, without scripts too. */
export function PartyFields({ view, prefix, personOnly = false }: PartyFieldsProps) {
  const { t } = view.frame;
  const { fields } = view.opened.draft;
  const named = (name: string) => fieldProps(view, `${prefix}.${name}`);
  const ticked = (name: string) => isTicked(fields, `${prefix}.${name}`);
  const choices = ['person', 'organisation'] as const;
  return (
    <>
      {personOnly ? null : (
        <RadioGroup
          {...named('kind')}
          value={textOf(fields, `${prefix}.kind`) || 'person'}
          label={t('counter.party.kind')}
          legendHidden
          inline
          choices={choices.map((kind) => ({ value: kind, label: t(`counter.party.kind-${kind}`) }))}
        />
      )}
      <div class="form">
        <PersonFields view={view} prefix={prefix} />
        {personOnly ? null : <OrganisationFields view={view} prefix={prefix} />}
        <TextField
          {...named('phone')}
          label={t('counter.party.phone')}
          inputMode="tel"
          maxLength={40}
          class="w3"
          optional
        />
        <TextField
          {...named('email')}
          label={t('counter.party.email')}
          inputMode="email"
          maxLength={200}
          class="w3"
          optional
        />
      </div>
      {view.doubted.has(prefix) || ticked('checked') ? (
        <div class="choice">
          <CheckboxField
            name={`${prefix}.checked`}
            checked={ticked('checked')}
            label={t('counter.party.checked')}
          />
        </div>
      ) : null}
    </>
  );
}

function PersonFields({ view, prefix }: Omit<PartyFieldsProps, 'personOnly'>) {
  const { t } = view.frame;
  const named = (name: string) => fieldProps(view, `${prefix}.${name}`);
  const sexes = ['male', 'female'] as const;
  return (
    <>
      <TextField {...named('name')} label={t('counter.party.name')} maxLength={400} class="w3 for-person" />
      <div class="w3 for-person with-tick">
        <TextField {...named('id-number')} label={t('counter.party.id-number')} maxLength={60} />
        <div class="choice">
          <CheckboxField
            name={`${prefix}.no-id`}
            checked={isTicked(view.opened.draft.fields, `${prefix}.no-id`)}
            label={t('counter.party.no-id')}
          />
        </div>
      </div>
      <DateField
        {...named('birth-date')}
        label={t('counter.party.birth-date')}
        partial
        hint={t('counter.party.birth-date-hint')}
        class="w3 for-person"
      />
      <SelectField
        {...named('sex')}
        label={t('counter.party.sex')}
        hint={t('counter.party.sex-hint')}
        emptyLabel={t('counter.party.sex-unknown')}
        options={sexes.map((sex) => ({ value: sex, label: t(`counter.party.sex-${sex}`) }))}
        class="w3 for-person"
      />
      <TextField
        {...named('address')}
        label={t('counter.party.address')}
        maxLength={1000}
        class="w6 for-person"
      />
    </>
  );
}

function OrganisationFields({ view, prefix }: Omit<PartyFieldsProps, 'personOnly'>) {
  const { t } = view.frame;
  const named = (name: string) => fieldProps(view, `${prefix}.${name}`);
  return (
    <>
      <TextField
        {...named('org-name')}
        label={t('counter.party.org-name')}
        maxLength={400}
        class="w3 for-organisation"
      />
      <TextField
        {...named('tax-code')}
        label={t('counter.party.tax-code')}
        inputMode="numeric"
        maxLength={30}
        class="w3 for-organisation"
      />
      <TextField
        {...named('representative')}
        label={t('counter.party.representative')}
        maxLength={400}
        class="w6 for-organisation"
        optional
      />
      <TextField
        {...named('org-address')}
        label={t('counter.party.org-address')}
        maxLength={1000}
        class="w6 for-organisation"
      />
    </>
  );
}
