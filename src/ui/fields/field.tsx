import type { ComponentChildren } from 'preact';
import type { Words } from '#platform/i18n/words.ts';
import { fieldId } from './field-id.ts';

/** What all fields share. */
export interface FieldProps {
  readonly t: Words;
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong and the way out. */
  readonly error?: string | undefined;
  /** Optional is marked, required is not. */
  readonly optional?: boolean | undefined;
  /** Width in a `.form` grid: `w3`, `w4`, `w6`, `half`. */
  readonly class?: string | undefined;
}

interface ControlAria {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

/** Attributes that tie a control to its label, hint and error. */
export function controlAria({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>): ControlAria {
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  };
}

export function FieldHint({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  return children ? (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {children}
    </p>
  ) : null;
}

export function FieldError({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  return text ? (
    <p class="ds-validation-message" id={`${fieldId(name)}-error`}>
      {text}
    </p>
  ) : null;
}

export function OptionalMark({ t, optional }: { readonly t: Words; readonly optional: boolean | undefined }) {
  return optional ? <span class="optional"> {t('ui.field.optional')}</span> : null;
}

/** Label above, hint under the label, control, error under it. */
export function Field({
  t,
  name,
  label,
  hint,
  error,
  optional,
  class: extra,
  children,
}: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={extra ? `ds-field ${extra}` : 'ds-field'}>
      <label class="ds-label" for={fieldId(name)}>
        {label}
        <OptionalMark t={t} optional={optional} />
      </label>
      <FieldHint name={name}>{hint}</FieldHint>
      {children}
      <FieldError name={name} text={error} />
    </div>
  );
}
