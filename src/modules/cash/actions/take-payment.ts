import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { CashDeps } from '../deps.ts';
import type { Method } from '../rules/charge.ts';
import { type MoneyPress, onPayment } from './on-payment.ts';
import { takeMoney } from './take-money.ts';

/** Takes what is due later than at acceptance: at return, or what was not paid then. */
export function takePayment(
  deps: CashDeps,
  press: MoneyPress,
  input: { readonly method: Method },
): Promise<Outcome<null>> {
  return onPayment(deps, press, 'take', async (tx, { payment, dossier, by }) => {
    const [applicant] = dossier.personal?.applicants ?? [];
    const payer = dossier.personal?.authorised ?? applicant;
    if (!payer) return refused('cash/erased');
    await takeMoney(tx, deps, by, { payment, method: input.method, payer, key: press.key });
    return accepted(null);
  });
}
