import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { RegisterNumbers } from '../store/register-numbers.ts';

interface RegisterCheckProps {
  readonly t: Words;
  readonly register: RegisterNumbers;
  /** What the table says was received in the period. */
  readonly received: number;
  /** The register of the last month, for whoever keeps it. */
  readonly href: string | null;
}

/** Do the registers (sổ theo dõi) say the same as the table? */
export function RegisterCheck({ t, register, received, href }: RegisterCheckProps) {
  const { numbers, annulled } = register;
  const equal = numbers - annulled === received;
  return (
    <section aria-labelledby="doi-chieu-so">
      <h2 id="doi-chieu-so">{t('reports.register.title')}</h2>
      <p>
        {t('reports.register.says', {
          numbers: groupThousands(numbers),
          annulled: groupThousands(annulled),
          received: groupThousands(received),
        })}{' '}
        <State icon={equal ? 'ok' : 'alert'} tone={equal ? 'success' : 'danger'}>
          {t(equal ? 'reports.register.equal' : 'reports.register.differs')}
        </State>
      </p>
      {href ? (
        <p class="no-print">
          <a href={href}>{t('reports.register.open')}</a>
        </p>
      ) : null}
    </section>
  );
}
