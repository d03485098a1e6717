import { errorOf } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { erase } from '../actions/erase.ts';
import { erasureGrounds } from '../rules/event.ts';
import { type CommandForm, type FormView, startOf } from './command-form.ts';
import { ShortText } from './form-parts.tsx';

function EraseFields(view: FormView) {
  const { t, dossier, errors } = view;
  const grounds = erasureGrounds.filter((ground) => ground !== 'person-asks' || dossier.number === null);
  return (
    <>
      <Notice tone="warning" title={t('dossiers.form.erase-warning')}>
        <p>{t('dossiers.form.erase-stays')}</p>
      </Notice>
      <RadioGroup
        t={t}
        name="ground"
        label={t('dossiers.form.erasure-ground')}
        choices={grounds.map((value) => ({ value, label: t(`dossiers.erasure-ground.${value}`) }))}
        value={startOf(view, 'ground')}
        error={errorOf(errors, 'ground')}
      />
      <ShortText
        view={view}
        name="order"
        label={t('dossiers.form.erasure-order')}
        hint={t('dossiers.form.erasure-order-hint')}
      />
    </>
  );
}

/** Personal data destroyed by law; the data-protection officer's alone. */
export const eraseForms: readonly CommandForm[] = [
  {
    command: 'erase',
    slug: 'xoa-du-lieu-ca-nhan',
    fields: EraseFields,
    run: ({ deps, press, typed }) =>
      erase(deps, press, {
        ground: erasureGrounds.find((ground) => ground === typed.one('ground')) ?? null,
        order: typed.one('order').trim(),
      }),
  },
];
