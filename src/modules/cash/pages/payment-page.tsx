import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { StatusTag } from '#ui/components/state.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ChargeLine } from '../rules/charge.ts';
import { remainsOf } from '../rules/give-back.ts';
import { money, paymentLooks } from './money-text.ts';
import { MovementTable } from './movement-table.tsx';
import { paths } from './paths.ts';
import { GiveBackForm, TakeForm, VoidForm } from './payment-forms.tsx';
import type { PaymentPart, PaymentView } from './payment-view.ts';

/** The money of one dossier: what is due, what was taken, what went back. */
export function PaymentPage({ view }: { readonly view: PaymentView }) {
  const { frame, number, parts } = view;
  const { t } = frame;
  const title = t('cash.payment.title');
  const short = shortDossierNumber(number);
  return (
    <DeskLayout
      frame={frame}
      title={`${title}, ${short}`}
      crumbs={[
        { href: '/lam-viec/ho-so', label: t('cash.dossiers') },
        { href: paths.dossier(number), label: short },
        { label: title },
      ]}
    >
      <div class="read stack">
        <ErrorSummary t={t} errors={view.errors} />
        {view.done ? <Done view={view} /> : null}
        <PageTitle title={title} note={`${view.dossier.filing.procedure.name}, ${number}`} />
        {parts.length === 0 ? (
          <Empty title={t('cash.payment.none')}>{t('cash.payment.none-now')}</Empty>
        ) : (
          parts.map((part) => <Part view={view} part={part} />)
        )}
      </div>
    </DeskLayout>
  );
}

function Done({ view }: { readonly view: PaymentView }) {
  const { t } = view.frame;
  const paid = view.parts.find(({ payment }) => payment.receiptId !== null)?.payment;
  return (
    <Notice tone="success" title={t(`cash.done.${view.done}`)} live>
      {paid?.receiptId ? (
        <p class="row">
          <a href={paths.receipt(view.number, paid.receiptId)}>
            {t('cash.payment.print', { number: paid.receiptNumber ?? '' })}
          </a>
        </p>
      ) : null}
      <p class="row">
        <a href={paths.dossier(view.number)}>{t('cash.payment.back')}</a>
        <a href={paths.lists}>{t('cash.payment.to-lists')}</a>
      </p>
    </Notice>
  );
}

function Part({ view, part }: { readonly view: PaymentView; readonly part: PaymentPart }) {
  const { t } = view.frame;
  const { payment } = part;
  const { icon, tone } = paymentLooks[payment.state];
  return (
    <section class="stack" aria-labelledby={`khoan-${payment.id}`}>
      <div class="row">
        <h2 id={`khoan-${payment.id}`}>{t('cash.payment.at-acceptance')}</h2>
        <StatusTag icon={icon} tone={tone}>
          {t(`cash.state.${payment.state}`)}
        </StatusTag>
      </div>
      <Lines t={t} lines={payment.lines} />
      <Facts facts={factsOf(view, part)} />
      {part.mayTake ? <TakeForm view={view} part={part} /> : null}
      {part.movements.length > 0 ? (
        <>
          <h2>{t('cash.payment.movements')}</h2>
          <MovementTable t={t} movements={part.movements} notes={part.notes} />
        </>
      ) : null}
      {part.mayVoid ? <VoidForm view={view} part={part} /> : null}
      {part.mayGiveBack ? <GiveBackForm view={view} part={part} /> : null}
    </section>
  );
}

function Lines({ t, lines }: { readonly t: Words; readonly lines: readonly ChargeLine[] }) {
  return (
    <DataTable
      t={t}
      caption={t('cash.line.caption')}
      rows={lines}
      columns={[
        {
          head: t('cash.line.what'),
          rowHeader: true,
          class: 'wrapok',
          cell: (line: ChargeLine) => (
            <>
              {t('cash.line.text', { per: line.what })}
              {line.basis ? <span class="small subtle"> {line.basis}</span> : null}
            </>
          ),
        },
        { head: t('cash.line.quantity'), labelled: true, cell: (line) => quantityText(line) },
        { head: t('cash.line.unit'), labelled: true, numeric: true, cell: (line) => money(line.unit) },
        { head: t('cash.line.full'), labelled: true, numeric: true, cell: (line) => money(line.full) },
      ]}
    />
  );
}

function quantityText({ quantity, sets }: ChargeLine): string {
  return sets === 1 ? String(quantity) : `${quantity} × ${sets}`;
}

function factsOf({ frame, number }: PaymentView, { payment, exemption, proof }: PaymentPart): Fact[] {
  const { t, language } = frame;
  const exempted = payment.exempted > 0;
  return [
    ...(exempted
      ? [
          {
            label: t('cash.payment.exempted'),
            value: `${money(payment.exempted)}, ${exemption?.name[language] ?? payment.exemptionKey ?? ''}`,
          },
          { label: t('cash.payment.proof'), value: proof ?? t('cash.payment.no-proof') },
        ]
      : []),
    { label: t('cash.payment.amount'), value: <strong>{money(payment.amount)}</strong> },
    ...(payment.givenBack > 0
      ? [
          { label: t('cash.payment.given-back'), value: money(payment.givenBack) },
          { label: t('cash.payment.remains'), value: <strong>{money(remainsOf(payment))}</strong> },
        ]
      : []),
    ...(payment.method
      ? [{ label: t('cash.payment.method'), value: t(`cash.method.${payment.method}`) }]
      : []),
    ...(payment.receiptId
      ? [
          {
            label: t('cash.payment.receipt'),
            value: <a href={paths.receipt(number, payment.receiptId)}>{payment.receiptNumber}</a>,
          },
        ]
      : []),
  ];
}
