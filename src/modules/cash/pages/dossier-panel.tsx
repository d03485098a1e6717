import type { ComponentChild } from 'preact';
import { postAt } from '#kernel/actor.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { CashDeps } from '../deps.ts';
import { cashRoles, takingRoles } from '../rules/access.ts';
import { remainsOf } from '../rules/give-back.ts';
import { mayPayment } from '../rules/payment.ts';
import { listPaymentsOf, type Payment } from '../store/payments.ts';
import { money, paymentLooks } from './money-text.ts';
import { paths } from './paths.ts';

/** What the page of a dossier shows of its money; nothing for those who have no business with it. */
export async function dossierPanel(
  { db }: Pick<CashDeps, 'db'>,
  request: RequestContext,
  { id, number, training, filing }: Dossier,
): Promise<ComponentChild> {
  const { actor, t } = request;
  if (!actor || number === null) return null;
  if (training && filing.fee.amount > 0) return <p class="o3">{t('cash.payment.training')}</p>;
  const payments = await listPaymentsOf(db, id);
  const mine = payments.filter((payment) => postAt(actor, cashRoles, payment.officeId, filing.procedure));
  if (mine.length === 0) return null;
  const takes = (payment: Payment) =>
    mayPayment(payment.state, 'take') &&
    postAt(actor, takingRoles, payment.officeId, filing.procedure) !== undefined;
  return <Panel t={t} number={number} payments={mine} takes={takes} />;
}

interface PanelProps {
  readonly t: Words;
  readonly number: string;
  readonly payments: readonly Payment[];
  readonly takes: (payment: Payment) => boolean;
}

function Panel({ t, number, payments, takes }: PanelProps) {
  return (
    <section class="stack tight o3" aria-labelledby="thu-tien">
      <h2 id="thu-tien">{t('cash.payment.title')}</h2>
      {payments.map((payment) => {
        const { icon, tone } = paymentLooks[payment.state];
        return (
          <p class="row">
            <State icon={icon} tone={tone}>
              {t(`cash.state.${payment.state}`)}
            </State>
            <strong>{money(payment.state === 'exempt' ? payment.exempted : payment.amount)}</strong>
            {payment.state === 'paid' && payment.givenBack > 0 ? (
              <span>{t('cash.payment.remains-now', { amount: money(remainsOf(payment)) })}</span>
            ) : null}
            {payment.receiptId ? (
              <a href={paths.receipt(number, payment.receiptId)}>
                {t('cash.payment.print', { number: payment.receiptNumber ?? '' })}
              </a>
            ) : null}
            <a href={paths.payment(number)}>
              {t(takes(payment) ? 'cash.payment.take' : 'cash.payment.details')}
            </a>
          </p>
        );
      })}
    </section>
  );
}
