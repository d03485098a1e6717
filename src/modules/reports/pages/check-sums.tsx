import type { Words } from '#platform/i18n/words.ts';
import { Notice } from '#ui/components/notice.tsx';
import { State } from '#ui/components/state.tsx';
import { type CheckedSum, checkText } from '../rules/check-sums.ts';

/** The check sums of a form, each with its answer; what does not hold is said first and aloud. */
export function CheckSums({ t, checked }: { readonly t: Words; readonly checked: readonly CheckedSum[] }) {
  if (checked.length === 0) return null;
  const wrong = checked.filter(({ wrongLines }) => wrongLines.length > 0);
  return (
    <section class="stack" aria-labelledby="kiem-tra-tong">
      <h2 id="kiem-tra-tong">{t('reports.sums.title')}</h2>
      {wrong.length > 0 ? <Notice tone="danger" title={t('reports.sums.differ')} /> : null}
      <ul class="plain">
        {checked.map((check) => (
          <li>
            {checkText(check)}:{' '}
            {check.wrongLines.length === 0 ? (
              <State icon="check" tone="success">
                {t('reports.sums.hold')}
              </State>
            ) : (
              <State icon="alert" tone="danger">
                {t('reports.sums.wrong', { lines: check.wrongLines.join(', ') })}
              </State>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
