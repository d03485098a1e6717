import { FormBlock } from '#ui/components/form-block.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { feeWays } from '../rules/ways.ts';
import { ExemptionFields } from './exemption-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import { fieldProps, type IntakeView } from './intake-view.ts';

/** Reckoned from the catalogue and what the province decided; typed only where neither says an amount. */
export function FeeBlock({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { fees, total } = view.preview;
  if (fees.length === 0)
    return (
      <FormBlock number={4} title={t('counter.fee.title')}>
        <p class="subtle">{t('counter.fee.none')}</p>
      </FormBlock>
    );
  const again = (
    <PressLink press="stay" class="push small without-script">
      {t('counter.reckon')}
    </PressLink>
  );
  const choices = feeWays.map((way) => ({ value: way, label: t(`counter.fee.way-${way}`) }));
  const costs = fees.some(({ amount }) => amount !== 0);
  return (
    <FormBlock number={4} title={t('counter.fee.title')} aside={again}>
      {view.opened.draft.training ? <p>{t('counter.training.no-money')}</p> : null}
      <div class="stack" data-affects="">
        {fees.map((line) => (
          <FeeFields view={view} line={line} />
        ))}
        {costs ? <ExemptionFields view={view} /> : null}
        {total > 0 || view.preview.feeIsOpen ? (
          <RadioGroup
            {...fieldProps(view, 'fee-way')}
            label={t('counter.fee.way')}
            choices={choices}
            legendHidden
            inline
          />
        ) : null}
      </div>
    </FormBlock>
  );
}
