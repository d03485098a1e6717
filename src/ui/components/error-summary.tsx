import type { Words } from '#platform/i18n/words.ts';
import { fieldId } from '../fields/field-id.ts';

export interface FormError {
  /** Name of the field; without one the error concerns the whole form. */
  readonly field?: string | undefined;
  /** What is wrong and the way out. */
  readonly text: string;
}

/** Stands first in `main`, takes the focus, leads to each field. Nothing when there is no error. */
export function ErrorSummary({ t, errors }: { readonly t: Words; readonly errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <section class="ds-error-summary" aria-labelledby="loi" tabIndex={-1} autofocus data-focus>
      <h2 id="loi">{t('ui.errors.title')}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>{field ? <a href={`#${fieldId(field)}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </section>
  );
}

/** The first error of a field, for its `error` property. */
export function errorOf(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
