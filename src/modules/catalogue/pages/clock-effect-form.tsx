import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { clockChoices } from '../rules/read-clock-effect.ts';
import { procedureOptions } from './clock-effects-page.tsx';
import { paths } from './paths.ts';

export interface ClockEffectFormView {
  readonly frame: DeskFrame;
  readonly typed: Readonly<Record<string, string>>;
  readonly key: string;
  readonly names: ReadonlyMap<string, string>;
  readonly errors: readonly FormError[];
  /** What the row will do, read before it is set; null: it is still being typed. */
  readonly sentences: readonly string[] | null;
}

/** A new row: typed, then read again in words, then set. */
export function ClockEffectFormPage({ view }: { readonly view: ClockEffectFormView }) {
  const { frame } = view;
  const { t } = frame;
  const title = t(view.sentences ? 'catalogue.clock.confirm-title' : 'catalogue.clock.set-title');
  const crumbs = [
    { label: t('catalogue.admin') },
    { href: paths.clockEffects, label: t('catalogue.clock.title') },
    { label: t('catalogue.clock.set') },
  ];
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <ErrorSummary t={t} errors={view.errors} />
      <PageTitle title={title} />
      <div class="stack read">
        <form class="panel stack" method="post" action={paths.setClockEffect} data-once>
          <CsrfField token={frame.csrf} />
          <input type="hidden" name="key" value={view.key} />
          {view.sentences ? <Confirm view={view} sentences={view.sentences} /> : <Fields view={view} />}
        </form>
      </div>
    </DeskLayout>
  );
}

function Confirm({
  view,
  sentences,
}: {
  readonly view: ClockEffectFormView;
  readonly sentences: readonly string[];
}) {
  const { t } = view.frame;
  return (
    <>
      {Object.entries(view.typed).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <div class="row">
        <Button name="step" value="set" shortcut="Control+Enter">
          {t('catalogue.clock.confirm')}
        </Button>
        <Button name="step" value="edit" variant="secondary">
          {t('catalogue.clock.edit')}
        </Button>
      </div>
    </>
  );
}

function Fields({ view }: { readonly view: ClockEffectFormView }) {
  const { frame, typed, errors, names } = view;
  const { t } = frame;
  const props = (name: string) => ({ t, name, value: typed[name] ?? '', error: errorOf(errors, name) });
  return (
    <>
      <div class="form">
        <SelectField
          {...props('regime')}
          label={t('catalogue.clock.regime')}
          class="w6"
          options={(['2018', '2025'] as const).map((value) => ({
            value,
            label: t(`catalogue.clock.regime-${value}`),
          }))}
        />
        <SelectField
          {...props('procedure')}
          label={t('catalogue.clock.procedure')}
          class="w6"
          emptyLabel={t('catalogue.clock.every-procedure')}
          options={procedureOptions(names)}
        />
        <SelectField
          {...props('what')}
          label={t('catalogue.clock.what')}
          class="w6"
          emptyLabel="…"
          options={clockChoices.map((value) => ({ value, label: t(`catalogue.clock.what-${value}`) }))}
        />
        <TextField
          {...props('basis')}
          label={t('catalogue.clock.basis')}
          hint={t('catalogue.clock.basis-hint')}
          maxLength={1000}
          class="w6"
        />
        <TextField
          {...props('most')}
          label={t('catalogue.clock.most')}
          hint={t('catalogue.clock.most-hint')}
          inputMode="numeric"
          maxLength={20}
          class="w3"
          optional
        />
        <DateField
          {...props('valid-from')}
          label={t('catalogue.clock.from')}
          hint={t('catalogue.clock.from-hint')}
          class="w3"
        />
      </div>
      <div class="row">
        <Button name="step" value="look" shortcut="Control+Enter">
          {t('catalogue.clock.look')}
        </Button>
        <a href={paths.clockEffects}>{t('catalogue.clock.back')}</a>
      </div>
    </>
  );
}
