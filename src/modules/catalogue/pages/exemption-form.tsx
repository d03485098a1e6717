import { Button } from '#ui/components/button.tsx';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea, TextField } from '#ui/fields/text-field.tsx';
import type { FeeExemption } from '../rules/exemption.ts';
import { feeChannels } from '../rules/read-local-fee.ts';
import type { ExemptionView } from './exemption-view.ts';
import { paths } from './paths.ts';

interface ViewProps {
  readonly view: ExemptionView;
}

function fieldOf({ frame: { t }, typed, errors }: ExemptionView) {
  return (name: string) => ({ t, name, value: typed[name] ?? '', error: errorOf(errors, name) });
}

/** A word about the group, from a day on. */
export function ExemptionForm({ view }: ViewProps) {
  const { t, csrf } = view.frame;
  return (
    <form class="panel stack" method="post" action={paths.exemption(view.group)} data-once>
      <CsrfField token={csrf} />
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="seen" value={view.history[0]?.id ?? ''} />
      <p>{t('catalogue.exemption.lead')}</p>
      <div class="form">
        <Fields view={view} />
      </div>
      <div class="row">
        <Button shortcut="Control+Enter">{t('catalogue.exemption.press')}</Button>
        <a href={paths.exemptions}>{t('catalogue.local-fee.back')}</a>
      </div>
    </form>
  );
}

function Fields({ view }: ViewProps) {
  const { t } = view.frame;
  const props = fieldOf(view);
  const channels = feeChannels.map((value) => ({ value, label: t(`catalogue.channel.${value}`) }));
  return (
    <>
      <TextField {...props('name')} label={t('catalogue.exemption.name')} maxLength={400} class="w6" />
      <TextField
        {...props('name-en')}
        label={t('catalogue.exemption.name-en')}
        maxLength={400}
        class="w6"
        optional
      />
      <TextField
        {...props('percent')}
        label={t('catalogue.exemption.percent-typed')}
        hint={t('catalogue.exemption.percent-hint')}
        inputMode="numeric"
        maxLength={20}
        class="w3"
      />
      <SelectField
        {...props('channel')}
        label={t('catalogue.local-fee.channel')}
        class="w3"
        emptyLabel={t('catalogue.local-fee.every-channel')}
        options={channels}
      />
      <TextArea
        {...props('procedures')}
        label={t('catalogue.exemption.procedures')}
        hint={t('catalogue.exemption.procedures-hint')}
        rows={2}
        maxLength={4000}
        class="w6"
        optional
      />
      <TextField
        {...props('basis')}
        label={t('catalogue.exemption.basis')}
        hint={t('catalogue.exemption.basis-hint')}
        maxLength={600}
        class="w6"
      />
      <DateField {...props('valid-from')} label={t('catalogue.local-fee.from')} class="w3" />
      <DateField {...props('valid-to')} label={t('catalogue.local-fee.to')} class="w3" optional />
      <CheckboxField
        name="proof"
        label={t('catalogue.exemption.proof')}
        checked={view.typed['proof'] === '1'}
        class="w6"
      />
    </>
  );
}

/** A second person compares it with its source. */
export function CheckForm({ view, last }: ViewProps & { readonly last: FeeExemption }) {
  const { t, csrf } = view.frame;
  return (
    <section class="panel stack" aria-labelledby="doi-chieu">
      <h2 id="doi-chieu">{t('catalogue.exemption.check-title')}</h2>
      {view.mayCheck ? (
        <form class="stack" method="post" action={paths.checkExemption(view.group)} data-once>
          <CsrfField token={csrf} />
          <input type="hidden" name="exemption" value={last.id} />
          <p>{t('catalogue.exemption.check-lead', { basis: last.basis })}</p>
          <TextField
            {...fieldOf(view)('source')}
            label={t('catalogue.exemption.source')}
            hint={t('catalogue.exemption.source-hint')}
            maxLength={1000}
          />
          <div>
            <Button variant="secondary">{t('catalogue.exemption.check-press')}</Button>
          </div>
        </form>
      ) : (
        <p>{t('catalogue.exemption.check-other')}</p>
      )}
    </section>
  );
}
