import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { MoneyField } from '#ui/fields/money-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { type FeeLine, resolutionInWords } from '../rules/read-fee.ts';
import { fieldProps, type IntakeView } from './intake-view.ts';

/** One fee: what it is, how often, and its amount only where nobody has set it. */
export function FeeFields({ view, line }: { readonly view: IntakeView; readonly line: FeeLine }) {
  const { t } = view.frame;
  const { index, fee, local } = line;
  const count = (name: string, empty: string, label: string) => (
    <TextField
      {...fieldProps(view, `fees.${index}.${name}`)}
      value={fieldProps(view, `fees.${index}.${name}`).value || empty}
      label={label}
      inputMode="numeric"
      maxLength={4}
      class="w1"
    />
  );
  const note = local ? resolutionInWords(local) : fee.note;
  return (
    <div class="form fee">
      <p class="w3">
        <strong>{amountText(t, line)}</strong>{' '}
        <span class="subtle">{t('counter.fee.per', { per: fee.per })}</span>
        {note ? (
          <>
            <br />
            <small class="subtle">{note}</small>
          </>
        ) : null}
      </p>
      {fee.steps ? (
        <>
          {count('quantity', '0', t('counter.fee.quantity-of', { what: fee.per }))}
          {count('sets', '1', t('counter.fee.quantity-of', { what: fee.steps.set }))}
        </>
      ) : (
        count('quantity', '0', t('counter.fee.quantity'))
      )}
      {fee.amount === null && !local ? (
        <MoneyField {...fieldProps(view, `fees.${index}.amount`)} label={t('counter.fee.amount')} />
      ) : null}
    </div>
  );
}

function amountText(t: Words, { fee, local }: FeeLine): string {
  const known = fee.amount ?? local?.amount;
  return known === undefined ? t('counter.fee.local') : formatDong(dong(known));
}
