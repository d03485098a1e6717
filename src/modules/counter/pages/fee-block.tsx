import { dong, formatDong } from '#kernel/money.ts';
import { MoneyField } from '#ui/fields/money-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { FeeLine } from '../rules/read-fee.ts';
import { feeWays } from '../rules/ways.ts';
import { IntakeBlock, PressLink } from './intake-block.tsx';
import { fieldProps, type IntakeView } from './intake-view.ts';

/** Reckoned from the catalogue; typed only where the catalogue leaves it to the province. */
export function FeeBlock({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { fees, total } = view.preview;
  if (fees.length === 0)
    return (
      <IntakeBlock number={4} title={t('counter.fee.title')}>
        <p class="subtle">{t('counter.fee.none')}</p>
      </IntakeBlock>
    );
  const again = (
    <PressLink press="stay" class="push small without-script">
      {t('counter.reckon')}
    </PressLink>
  );
  const choices = feeWays.map((way) => ({ value: way, label: t(`counter.fee.way-${way}`) }));
  return (
    <IntakeBlock number={4} title={t('counter.fee.title')} aside={again}>
      <div class="stack" data-affects="">
        {fees.map((line) => (
          <FeeFields view={view} line={line} />
        ))}
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
    </IntakeBlock>
  );
}

function FeeFields({ view, line }: { readonly view: IntakeView; readonly line: FeeLine }) {
  const { t } = view.frame;
  const { index, fee } = line;
  const per = t('counter.fee.per', { per: fee.per });
  return (
    <div class="form fee">
      <p class="w3">
        <strong>{fee.amount === null ? t('counter.fee.local') : formatDong(dong(fee.amount))}</strong>{' '}
        <span class="subtle">{per}</span>
        {fee.note ? (
          <>
            <br />
            <small class="subtle">{fee.note}</small>
          </>
        ) : null}
      </p>
      <TextField
        {...fieldProps(view, `fees.${index}.quantity`)}
        value={fieldProps(view, `fees.${index}.quantity`).value || '0'}
        label={t('counter.fee.quantity')}
        inputMode="numeric"
        maxLength={4}
        class="w1"
      />
      {fee.amount === null ? (
        <MoneyField {...fieldProps(view, `fees.${index}.amount`)} label={t('counter.fee.amount')} />
      ) : null}
    </div>
  );
}
