import { formatPartialDate, type PartialDate } from '#kernel/partial-date.ts';
import { FormBlock } from '#ui/components/form-block.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { asksOf } from '../rules/books.ts';
import { isTicked, textOf } from '../rules/fields.ts';
import { type CertifyView, fieldProps } from './certify-view.ts';

/** Who asks: found again by number, read from a card, or typed. */
export function PersonBlock({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  return (
    <FormBlock number={1} title={t('certification.person.title')}>
      <div class="row end find-person">
        <TextField
          {...fieldProps(view, 'find')}
          label={t('certification.find.label')}
          hint={t('certification.find.hint')}
          shortcut="F2"
          maxLength={1000}
        />
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          name="press"
          value="find"
          formNoValidate
        >
          {t('certification.find.button')}
        </button>
      </div>
      <Known view={view} />
      {view.spoiltBy ? (
        <Notice tone="warning" live>
          <p>{t('certification.find.spoilt')}</p>
        </Notice>
      ) : null}
      <PersonFields view={view} />
    </FormBlock>
  );
}

/** Data of an earlier dossier is offered, never filled in by itself. */
function Known({ view: { frame, known, focus } }: { readonly view: CertifyView }) {
  const { t } = frame;
  if (!known) return null;
  const { person } = known;
  if (!person)
    return (
      <Notice tone="info" live>
        <p>{t('certification.known.none')}</p>
      </Notice>
    );
  const born =
    person.kind === 'person' && person.birthDate && formatPartialDate(person.birthDate as PartialDate);
  const lines = [person.name, born, person.address, person.phone].filter(Boolean);
  return (
    <Notice tone="info" title={t('certification.known.found')} live>
      <p>{lines.join(' · ')}</p>
      <p>
        <PressLink press="use" autofocus={focus === 'use'}>
          {t('certification.known.use')}
        </PressLink>
      </p>
    </Notice>
  );
}

function PersonFields({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const { identity } = asksOf(view.opened.offer.kind);
  const ticked = isTicked(view.fields, 'checked');
  return (
    <>
      <div class="form">
        <TextField
          {...fieldProps(view, 'name')}
          label={t('certification.person.name')}
          maxLength={400}
          class="w3"
        />
        <TextField
          {...fieldProps(view, 'id-number')}
          label={t('certification.person.id-number')}
          maxLength={60}
          class="w3"
          optional={!identity}
        />
      </div>
      {view.doubted || ticked ? (
        <CheckboxField name="checked" checked={ticked} label={t('certification.person.checked')} />
      ) : null}
      <MoreOfPerson view={view} />
      <Organisation view={view} />
    </>
  );
}

/** A person came, an organisation asks: its name stands in the book, hers beside it. */
function Organisation({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const names = ['org-name', 'tax-code', 'org-address'] as const;
  const isWrong = view.errors.some(({ field }) => names.some((name) => name === field));
  const isSaid = names.some((name) => textOf(view.fields, name) !== '');
  return (
    <details class="folded" open={isWrong || isSaid}>
      <summary>{t('certification.organisation.title')}</summary>
      <div class="form">
        <TextField
          {...fieldProps(view, 'org-name')}
          label={t('certification.organisation.name')}
          maxLength={400}
          class="w3"
          optional
        />
        <TextField
          {...fieldProps(view, 'tax-code')}
          label={t('certification.organisation.tax-code')}
          hint={t('certification.organisation.hint')}
          maxLength={40}
          class="w3"
          optional
        />
        <TextField
          {...fieldProps(view, 'org-address')}
          label={t('certification.organisation.address')}
          maxLength={1000}
          class="w6"
          optional
        />
      </div>
    </details>
  );
}

const more = ['birth-date', 'sex', 'address', 'phone'] as const;

/** Comes with a card or a known person; seldom typed, so it stands folded away. */
function MoreOfPerson({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const isWrong = view.errors.some(({ field }) => more.some((name) => name === field));
  const said = more.filter((name) => textOf(view.fields, name) !== '').length;
  const sexes = ['male', 'female'] as const;
  return (
    <details class="folded" open={isWrong}>
      <summary>
        {t(said > 0 ? 'certification.person.more-said' : 'certification.person.more', { said })}
      </summary>
      <input type="hidden" name="email" value={textOf(view.fields, 'email')} />
      <div class="form">
        <DateField
          {...fieldProps(view, 'birth-date')}
          label={t('certification.person.birth-date')}
          partial
          optional
          class="w3"
        />
        <SelectField
          {...fieldProps(view, 'sex')}
          label={t('certification.person.sex')}
          emptyLabel={t('certification.person.sex-unknown')}
          options={sexes.map((sex) => ({ value: sex, label: t(`certification.person.sex-${sex}`) }))}
          class="w3"
        />
        <TextField
          {...fieldProps(view, 'address')}
          label={t('certification.person.address')}
          maxLength={1000}
          class="w4"
          optional
        />
        <TextField
          {...fieldProps(view, 'phone')}
          label={t('certification.person.phone')}
          inputMode="tel"
          maxLength={40}
          optional
        />
      </div>
    </details>
  );
}
