import { controlAria, Field, type FieldProps } from './field.tsx';

/** `data-*` attributes by which islands find their fields. */
export type DataAttributes = Readonly<Record<`data-${string}`, string | undefined>>;

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'search' | 'tel' | 'email' | 'password' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | undefined;
  /** `off` for other people's data typed by a clerk. */
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  readonly shortcut?: string | undefined;
  readonly data?: DataAttributes | undefined;
}

export function TextField(props: TextFieldProps) {
  const { value, type = 'text', inputMode, autocomplete = 'off', maxLength, readOnly, autofocus } = props;
  // The types of preact know inputs only with a type written out.
  const typed = { type } as { type: 'text' };
  return (
    <Field {...props}>
      <input
        class="ds-input"
        {...controlAria(props)}
        {...typed}
        value={value}
        inputMode={inputMode}
        autocomplete={autocomplete}
        maxLength={maxLength}
        readOnly={readOnly}
        autofocus={autofocus}
        aria-keyshortcuts={props.shortcut}
        {...props.data}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        class="ds-input"
        {...controlAria(props)}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        autocomplete="off"
      >
        {props.value}
      </textarea>
    </Field>
  );
}
