import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';

interface Props {
  readonly t: Words;
  /** The list of one agency. */
  readonly action: string;
  readonly agencies: readonly OfficeInForce[];
  readonly agency: OfficeInForce;
}

/** Whose list it is; nothing to choose where there is one agency. */
export function ChooseAgency({ t, action, agencies, agency }: Props) {
  if (agencies.length < 2) return null;
  return (
    <form class="row end no-print" method="get" action={action}>
      <SelectField
        t={t}
        name="co-quan"
        label={t('catalogue.local-fees.agency')}
        value={agency.code}
        options={agencies.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Button variant="secondary">{t('catalogue.local-fees.show')}</Button>
    </form>
  );
}
