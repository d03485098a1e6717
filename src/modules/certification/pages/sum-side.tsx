import { dateOf, timeOf } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import { ruleInWords } from '#modules/calendar/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import { longDate } from '#ui/dates.ts';
import type { Preview } from '../actions/preview.ts';
import { type DocumentFee, FEE_BASIS } from '../rules/fee.ts';

interface SumProps {
  readonly t: Words;
  readonly preview: Preview;
}

/** What is to be paid and how that comes about, and when it is ready; sent anew while somebody types. */
export function SumSide({ t, preview }: SumProps) {
  return (
    <>
      <div>
        <p class="big">{formatDong(preview.total)}</p>
        <ul class="plain small fee-lines">
          {preview.lines.map((line, index) => (
            <li>
              {line.name || t('certification.documents.nth', { n: index + 1 })}:{' '}
              {line.fee ? derivation(t, line.fee) : t('certification.fee.open')}
            </li>
          ))}
        </ul>
        <p class="small subtle">
          {preview.exempt
            ? t('certification.fee.exempt')
            : t('certification.fee.basis', { basis: FEE_BASIS })}
        </p>
      </div>
      <DueLine t={t} preview={preview} />
    </>
  );
}

/** `3 trang: 2 × 2.000 đ + 1 × 1.000 đ = 5.000 đ một bản; 2 bản, 10.000 đ`. */
export function derivation(t: Words, { copy, each, quantity, amount }: DocumentFee): string {
  const [one, all] = [formatDong(each), formatDong(amount)];
  if (!copy) return t('certification.fee.plain', { each: one, n: quantity, amount: all });
  const { firstPages, laterPages } = copy;
  const parts = [
    `${firstPages} × ${formatDong(dong(2_000))}`,
    ...(laterPages > 0 ? [`${laterPages} × ${formatDong(dong(1_000))}`] : []),
  ].join(' + ');
  const params = { pages: firstPages + laterPages, parts, each: one, n: quantity, amount: all };
  return t(copy.capped ? 'certification.fee.copies-capped' : 'certification.fee.copies', params);
}

function DueLine({ t, preview }: SumProps) {
  const { due, basis, certain } = preview.due;
  if (due === null) return <p>{t('certification.due.none')}</p>;
  return (
    <div>
      <p>
        <strong>
          {t('certification.due.before', { time: timeOf(due), date: longDate(t, dateOf(due)) })}
        </strong>
      </p>
      <p class="small subtle">{basis.map(({ rule }) => ruleInWords(t, rule)).join(' ')}</p>
      {certain ? null : (
        <State icon="alert" tone="warning">
          {t('certification.due.uncertain')}
        </State>
      )}
    </div>
  );
}
