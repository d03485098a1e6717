import type { Words } from '#platform/i18n/words.ts';
import { fieldId } from '../fields/field-id.ts';

/** Characters; whatever sends more is told so. */
export const LONGEST_SEARCH = 200;

interface SearchInputProps {
  readonly t: Words;
  readonly name?: string;
  readonly value?: string | undefined;
  /** Answers `{"items": [{"label", "note", "href"}]}` to `?q=`. */
  readonly endpoint: string;
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly autofocus?: boolean | undefined;
  readonly class?: string;
  /** What is wrong with it; the page shows it with `FieldError`. */
  readonly error?: string | undefined;
  /** Id of a form whose hidden `code` a chosen hit is sent with, where choosing makes something. */
  readonly pressForm?: string | undefined;
}

/** Finds procedures while typing; the label stands before it, seen or heard. */
export function SearchInput(props: SearchInputProps) {
  const { t, name = 'q', value, endpoint, label, placeholder, autofocus } = props;
  const id = fieldId(name);
  return (
    <>
      <input
        id={id}
        class={props.class}
        name={name}
        type="search"
        value={value}
        placeholder={placeholder}
        autofocus={autofocus}
        autocomplete="off"
        maxLength={LONGEST_SEARCH}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
        data-search={endpoint}
        data-search-form={props.pressForm}
        data-search-label={label}
        data-search-status={`${id}-status`}
        data-search-none={t('ui.search.none')}
        data-search-some={t('ui.search.some', { n: '{n}' })}
      />
      <span class="ds-sr-only" id={`${id}-status`} role="status" />
    </>
  );
}
