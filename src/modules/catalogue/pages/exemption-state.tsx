import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { FeeExemption } from '../rules/exemption.ts';

interface CheckStateProps {
  readonly t: Words;
  readonly exemption: FeeExemption;
}

/** Whether somebody compared it with its source. */
export function CheckState({ t, exemption }: CheckStateProps) {
  if (exemption.unverified)
    return (
      <State icon="alert" tone="warning">
        {t('catalogue.exemption.unchecked')}
      </State>
    );
  const { checked } = exemption;
  return (
    <State icon="ok" tone="success">
      {checked
        ? t('catalogue.exemption.checked-by', { name: checked.name, source: checked.source })
        : t('catalogue.exemption.checked')}
    </State>
  );
}
