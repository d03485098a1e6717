import { groupThousands } from '#kernel/money.ts';
import { Button } from '#ui/components/button.tsx';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { MoneyField } from '#ui/fields/money-field.tsx';
import { TextArea, TextField } from '#ui/fields/text-field.tsx';
import { denominations } from '../rules/count-form.ts';
import { totalsOf } from '../rules/day.ts';
import { LONGEST_NOTE } from '../rules/reasons.ts';
import type { ListView } from './list-view.ts';
import { money } from './money-text.ts';
import { paths } from './paths.ts';

/** Counted note by note or as a sum; a difference is said with its reason. */
export function CloseForm({ view }: { readonly view: ListView }) {
  const { frame, list, movements, errors, typed } = view;
  const { t } = frame;
  const totals = totalsOf(movements);
  const props = (name: string) => ({ t, name, value: typed[name], error: errorOf(errors, name) });
  const opened = denominations.some((note) => typed[`pieces.${note}`]);
  return (
    <form class="panel todo stack no-print" method="post" action={paths.close(list.id)} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="seen" value={String(movements.length)} />
      <div>
        <h2>{t('cash.close.title')}</h2>
        <p>{t('cash.close.lead')}</p>
      </div>
      <details class="ds-details" open={opened}>
        <summary>{t('cash.pieces.count')}</summary>
        <div class="form pieces">
          {denominations.map((note) => (
            <TextField
              {...props(`pieces.${note}`)}
              label={t('cash.pieces.of', { note: groupThousands(note) })}
              inputMode="numeric"
              maxLength={5}
            />
          ))}
        </div>
      </details>
      <div class="form">
        <MoneyField
          {...props('cash')}
          label={t('cash.close.cash')}
          hint={t('cash.close.expected', { amount: money(totals.cash) })}
          class="w3"
        />
        <MoneyField
          {...props('transfer')}
          value={typed['transfer'] ?? (totals.transfer === 0 ? '0' : '')}
          label={t('cash.close.transfer')}
          hint={t('cash.close.expected', { amount: money(totals.transfer) })}
          class="w3"
        />
        <TextArea
          {...props('explanation')}
          label={t('cash.close.explanation')}
          hint={t('cash.close.explanation-hint')}
          rows={2}
          maxLength={LONGEST_NOTE * 2}
          class="w6"
          optional
        />
      </div>
      <div class="row">
        <Button shortcut="Control+Enter">{t('cash.close.press')}</Button>
        <p class="small subtle">{t('cash.close.after')}</p>
      </div>
    </form>
  );
}
