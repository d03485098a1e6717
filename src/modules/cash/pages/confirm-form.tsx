import { Button } from '#ui/components/button.tsx';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { MoneyField } from '#ui/fields/money-field.tsx';
import { TextArea } from '#ui/fields/text-field.tsx';
import { LONGEST_NOTE } from '../rules/reasons.ts';
import type { ListView } from './list-view.ts';
import { money } from './money-text.ts';
import { paths } from './paths.ts';

/** The second person counts again and confirms. */
export function ConfirmForm({ view }: { readonly view: ListView }) {
  const { frame, list, typed, errors } = view;
  const { t } = frame;
  return (
    <form class="panel todo stack no-print" method="post" action={paths.confirm(list.id)} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <div>
        <h2>{t('cash.confirm.title')}</h2>
        <p>{t('cash.confirm.lead', { clerk: list.clerkName })}</p>
      </div>
      <div class="form">
        <MoneyField
          t={t}
          name="received"
          label={t('cash.confirm.received')}
          hint={t('cash.confirm.counted', { amount: money(list.closing?.count.cash ?? 0) })}
          value={typed['received']}
          error={errorOf(errors, 'received')}
          class="w3"
        />
        <TextArea
          t={t}
          name="note"
          label={t('cash.confirm.note')}
          hint={t('cash.confirm.note-hint')}
          value={typed['note']}
          error={errorOf(errors, 'note')}
          rows={2}
          maxLength={LONGEST_NOTE * 2}
          class="w6"
          optional
        />
      </div>
      <div>
        <Button shortcut="Control+Enter">{t('cash.confirm.press')}</Button>
      </div>
    </form>
  );
}
