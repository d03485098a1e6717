import type { ComponentChildren } from 'preact';
import { controlAria, FieldError, FieldHint } from './field.tsx';
import { fieldId } from './field-id.ts';

interface CheckboxFieldProps {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly class?: string | undefined;
}

/** One yes-or-no; the value sent is `1` unless given. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, value = '1', checked, hint, error } = props;
  return (
    <div class={props.class ? `ds-field ${props.class}` : 'ds-field'}>
      <input
        class="ds-input"
        type="checkbox"
        {...controlAria({ name, hint, error })}
        value={value}
        checked={checked}
      />
      <label class="ds-label" for={fieldId(name)}>
        {label}
      </label>
      <FieldHint name={name}>{hint}</FieldHint>
      <FieldError name={name} text={error} />
    </div>
  );
}
