import { FormBlock } from '#ui/components/form-block.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea, TextField } from '#ui/fields/text-field.tsx';
import { exemptionsOf } from '../rules/fee.ts';
import { isTicked, textOf } from '../rules/fields.ts';
import { feeWays } from '../rules/read-request.ts';
import { type CertifyView, fieldProps } from './certify-view.ts';

/** How it is paid; what is seldom needed stands folded away, so that the keyboard does not walk through it. */
export function MoreBlock({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  return (
    <FormBlock
      number={3}
      title={t('certification.fee.title')}
      aside={
        <PressLink press="stay" class="push small without-script">
          {t('certification.reckon')}
        </PressLink>
      }
    >
      <RadioGroup
        {...fieldProps(view, 'fee-way')}
        label={t('certification.fee.way')}
        choices={feeWays.map((way) => ({ value: way, label: t(`certification.fee.way-${way}`) }))}
        legendHidden
        inline
      />
      <Exceptions view={view} />
    </FormBlock>
  );
}

const folded = ['case', 'exempt', 'exempt-reason', 'added-time', 'added-value', 'note'] as const;

function Exceptions({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const { cases } = view.opened.offer;
  const isWrong = view.errors.some(({ field }) => folded.some((name) => name === field));
  const isSaid = ['exempt', 'added-time', 'note', 'electronic'].some((name) => textOf(view.fields, name));
  return (
    <details class="folded" open={isWrong || isSaid || cases.length > 0}>
      <summary>{t('certification.more')}</summary>
      <div class="form" data-affects="">
        {cases.length > 0 ? (
          <SelectField
            {...fieldProps(view, 'case')}
            label={t('certification.case')}
            options={cases.map((one) => ({ value: one.key, label: one.name }))}
            class="w6"
          />
        ) : null}
        <ExemptFields view={view} />
        <AddedTime view={view} />
        <div class="w6">
          <CheckboxField
            name="electronic"
            checked={isTicked(view.fields, 'electronic')}
            label={t('certification.electronic')}
            hint={t('certification.electronic-hint')}
          />
        </div>
        <TextArea
          {...fieldProps(view, 'note')}
          label={t('certification.note')}
          rows={2}
          maxLength={4000}
          class="w6"
          optional
        />
      </div>
    </details>
  );
}

function ExemptFields({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  return (
    <>
      <SelectField
        {...fieldProps(view, 'exempt')}
        label={t('certification.exempt.label')}
        emptyLabel={t('certification.exempt.none')}
        options={exemptionsOf(view.opened.offer.kind).map((one) => ({
          value: one,
          label: t(`certification.exempt.${one}`),
        }))}
        class="w3"
      />
      <TextField
        {...fieldProps(view, 'exempt-reason')}
        label={t('certification.exempt.reason')}
        maxLength={600}
        class="w3"
        optional
      />
    </>
  );
}

function AddedTime({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const { adjustments } = view.opened.offer;
  if (adjustments.length === 0) return null;
  return (
    <>
      <SelectField
        {...fieldProps(view, 'added-time')}
        label={t('certification.added.label')}
        emptyLabel={t('certification.added.none')}
        options={adjustments.map((one) => ({ value: one.key, label: one.reason }))}
        class="w3"
      />
      <TextField
        {...fieldProps(view, 'added-value')}
        label={t('certification.added.days')}
        inputMode="numeric"
        maxLength={4}
        class="w3"
        optional
      />
    </>
  );
}
