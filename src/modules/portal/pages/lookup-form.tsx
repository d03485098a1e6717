import type { Words } from '#platform/i18n/words.ts';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { fieldId } from '#ui/fields/field-id.ts';
import { paths } from './paths.ts';

interface LookupFormProps {
  readonly t: Words;
  readonly csrf: string;
  readonly number?: string | undefined;
  /** `000.00.11.H20-220718-0042`, made from this agency's code. */
  readonly example: string;
  readonly short?: boolean | undefined;
  /** The page's main action. */
  readonly main?: boolean | undefined;
  /** What is wrong with it, and the way out. */
  readonly error?: string | undefined;
}

/** Posted: a number that somebody typed never stands in an address. */
export function LookupForm({ t, csrf, number, example, short, main, error }: LookupFormProps) {
  return (
    <form method="post" action={paths.lookup} class={short ? 'stack gap-3' : 'lookup-form'}>
      <CsrfField token={csrf} />
      <div class="ds-field">
        <label class="ds-label" for={fieldId('so')}>
          {t('portal.lookup.number')}
        </label>
        <input
          class="ds-input"
          id={fieldId('so')}
          name="so"
          value={number}
          maxLength={60}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${fieldId('so')}-error ${fieldId('so')}-hint` : `${fieldId('so')}-hint`}
        />
        {error ? (
          <p class="ds-validation-message" id={`${fieldId('so')}-error`}>
            {error}
          </p>
        ) : null}
      </div>
      <button class="ds-button" data-variant={main ? 'primary' : 'secondary'} type="submit">
        {t(short ? 'portal.lookup.show-short' : 'portal.lookup.show')}
      </button>
      <p class="hint small subtle" id={`${fieldId('so')}-hint`}>
        {t('portal.lookup.example', { number: example })}
      </p>
    </form>
  );
}
