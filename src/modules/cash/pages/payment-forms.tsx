import type { ComponentChildren } from 'preact';
import { Button } from '#ui/components/button.tsx';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { MoneyField } from '#ui/fields/money-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea } from '#ui/fields/text-field.tsx';
import { remainsOf } from '../rules/give-back.ts';
import { giveBackReasons, LONGEST_NOTE, voidReasons } from '../rules/reasons.ts';
import { money } from './money-text.ts';
import { paths } from './paths.ts';
import type { PaymentPart, PaymentView } from './payment-view.ts';

interface FormProps {
  readonly view: PaymentView;
  readonly part: PaymentPart;
}

/** The one filled button of the page: money comes in. */
export function TakeForm({ view, part }: FormProps) {
  const { t } = view.frame;
  return (
    <form class="panel todo stack" method="post" action={paths.payment(view.number)} data-once>
      <Ids view={view} part={part} />
      <p class="big">{t('cash.take.lead', { amount: money(part.payment.amount) })}</p>
      <MethodChoice view={view} name="method" />
      <div>
        <Button shortcut="Control+Enter">{t('cash.take.press')}</Button>
      </div>
    </form>
  );
}

/** Rare, so it stands closed below. */
export function GiveBackForm({ view, part }: FormProps) {
  const { t } = view.frame;
  return (
    <Folded title={t('cash.give-back.title')} open={isTyped(view, 'back-')}>
      <form class="stack" method="post" action={paths.giveBack(view.number)} data-once>
        <Ids view={view} part={part} />
        <input type="hidden" name="seen" value={String(remainsOf(part.payment))} />
        <p>{t('cash.give-back.lead', { amount: money(remainsOf(part.payment)) })}</p>
        <MoneyField
          t={t}
          name="back-amount"
          label={t('cash.give-back.amount')}
          hint={t('cash.give-back.amount-hint', { amount: money(remainsOf(part.payment)) })}
          value={view.typed['back-amount']}
          error={errorOf(view.errors, 'back-amount')}
          optional
        />
        <MethodChoice view={view} name="back-method" empty={part.payment.method ?? 'cash'} />
        <Reason view={view} name="back-reason" reasons={giveBackReasons} />
        <Note view={view} name="back-note" />
        <div>
          <Button variant="secondary">{t('cash.give-back.press')}</Button>
        </div>
      </form>
    </Folded>
  );
}

export function VoidForm({ view, part }: FormProps) {
  const { t } = view.frame;
  return (
    <Folded title={t('cash.void.title')} open={isTyped(view, 'void-')}>
      <form class="stack" method="post" action={paths.void(view.number)} data-once>
        <Ids view={view} part={part} />
        <p>{t('cash.void.lead', { number: part.payment.receiptNumber ?? '' })}</p>
        <Reason view={view} name="void-reason" reasons={voidReasons} />
        <Note view={view} name="void-note" />
        <div>
          <Button variant="secondary">{t('cash.void.press')}</Button>
        </div>
      </form>
    </Folded>
  );
}

function isTyped({ typed }: PaymentView, prefix: string): boolean {
  return Object.keys(typed).some((name) => name.startsWith(prefix));
}

interface FoldedProps {
  readonly title: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

function Folded({ title, open, children }: FoldedProps) {
  return (
    <details class="ds-details no-print" open={open}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

function Ids({ view, part }: FormProps) {
  return (
    <>
      <CsrfField token={view.frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="payment" value={part.payment.id} />
    </>
  );
}

interface NamedProps {
  readonly view: PaymentView;
  readonly name: string;
}

function MethodChoice({ view, name, empty = 'cash' }: NamedProps & { readonly empty?: string }) {
  const { t } = view.frame;
  return (
    <RadioGroup
      t={t}
      name={name}
      label={t('cash.payment.method')}
      value={view.typed[name] ?? empty}
      error={errorOf(view.errors, name)}
      choices={(['cash', 'transfer'] as const).map((value) => ({ value, label: t(`cash.method.${value}`) }))}
      inline
    />
  );
}

function Reason({ view, name, reasons }: NamedProps & { readonly reasons: readonly string[] }) {
  const { t } = view.frame;
  return (
    <SelectField
      t={t}
      name={name}
      label={t('cash.reason.label')}
      emptyLabel={t('cash.reason.choose')}
      value={view.typed[name]}
      error={errorOf(view.errors, name)}
      options={reasons.map((value) => ({ value, label: t(`cash.reason.${value}`) }))}
    />
  );
}

function Note({ view, name }: NamedProps) {
  const { t } = view.frame;
  return (
    <TextArea
      t={t}
      name={name}
      label={t('cash.reason.note')}
      value={view.typed[name]}
      error={errorOf(view.errors, name)}
      rows={2}
      maxLength={LONGEST_NOTE * 2}
      optional
    />
  );
}
