import { refused } from '#kernel/refusal.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { MoneyField } from '#ui/fields/money-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { askForPayment } from '../actions/ask-for-payment.ts';
import { closeForSilence } from '../actions/close-for-silence.ts';
import { recordPayment } from '../actions/record-payment.ts';
import { paymentWays } from '../rules/event.ts';
import { apologyForm } from './apology-form.tsx';
import { type CommandForm, type FormView, startOf } from './command-form.ts';
import { LongText, NoteText, ShortText } from './form-parts.tsx';

const MOST_DONG = 2_000_000_000;

/** `1.234.567 đ`; null when it is not an amount. */
function readDong(typed: string): number | null {
  const digits = typed.replace(/[\s.,đ]/giu, '');
  const value = /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
  return value > 0 && value <= MOST_DONG ? value : null;
}

function PaymentFields(view: FormView) {
  const { t, errors } = view;
  return (
    <>
      <MoneyField
        t={t}
        name="amount"
        label={t('dossiers.form.amount')}
        value={startOf(view, 'amount')}
        error={errorOf(errors, 'amount')}
      />
      <ShortText
        view={view}
        name="basis"
        label={t('dossiers.form.payment-basis')}
        hint={t('dossiers.form.payment-basis-hint')}
      />
      <LongText view={view} name="note" label={t('dossiers.form.payment-note')} rows={2} optional />
    </>
  );
}

function PaidFields(view: FormView) {
  const { t, errors } = view;
  return (
    <>
      <RadioGroup
        t={t}
        name="by"
        label={t('dossiers.form.paid-by')}
        choices={paymentWays.map((value) => ({ value, label: t(`dossiers.fee-way.${value}`) }))}
        value={startOf(view, 'by', 'transfer')}
        error={errorOf(errors, 'by')}
        inline
      />
      <ShortText
        view={view}
        name="proof"
        label={t('dossiers.form.payment-proof')}
        hint={t('dossiers.form.payment-proof-hint')}
      />
    </>
  );
}

/** What stops the clock, lets it go on, or promises another date. */
export const waitingForms: readonly CommandForm[] = [
  {
    command: 'ask-for-payment',
    slug: 'yeu-cau-nop-tien',
    fields: PaymentFields,
    run: async ({ deps, press, typed }) => {
      const amount = readDong(typed.one('amount'));
      if (amount === null) return refused('dossiers/amount-missing', undefined, 'amount');
      return askForPayment(deps, press, { amount, basis: typed.one('basis'), note: typed.orNull('note') });
    },
  },
  {
    command: 'record-payment',
    slug: 'da-nop-tien',
    fields: PaidFields,
    run: ({ deps, press, typed }) =>
      recordPayment(deps, press, {
        by: paymentWays.find((way) => way === typed.one('by')) ?? 'transfer',
        proof: typed.one('proof'),
      }),
  },
  apologyForm,
  {
    command: 'close-for-silence',
    slug: 'dong-ho-so',
    fields: (view) => <NoteText view={view} label={view.t('dossiers.form.note-only')} />,
    run: ({ deps, press, typed }) => closeForSilence(deps, press, { note: typed.orNull('note') }),
  },
];
