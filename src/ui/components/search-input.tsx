import type { Words } from '#platform/i18n/words.ts';
import { fieldId } from '../fields/field-id.ts';

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
        maxLength={200}
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
