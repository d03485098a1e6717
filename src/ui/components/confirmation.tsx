import type { ComponentChildren } from 'preact';
import type { Words } from '#platform/i18n/words.ts';
import { CsrfField } from '../fields/csrf-field.tsx';
import { Button } from './button.tsx';

interface ConfirmationProps {
  readonly t: Words;
  readonly csrf: string;
  readonly action: string;
  /** What will happen and that it cannot be undone. */
  readonly children: ComponentChildren;
  readonly confirmLabel: string;
  readonly cancelHref: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

/** Asked only before what cannot be undone. */
export function Confirmation({
  t,
  csrf,
  action,
  children,
  confirmLabel,
  cancelHref,
  hidden = {},
}: ConfirmationProps) {
  return (
    <form class="panel stack read" method="post" action={action} data-once>
      <CsrfField token={csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
      <div class="row">
        <Button>{confirmLabel}</Button>
        <a href={cancelHref}>{t('ui.confirmation.cancel')}</a>
      </div>
    </form>
  );
}
