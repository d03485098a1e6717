import { controlAria, Field, type FieldProps } from './field.tsx';

interface MoneyFieldProps extends FieldProps {
  /** As typed: `1.234.567`. */
  readonly value?: string | undefined;
}

/** An amount in đồng; dots are allowed and not needed. */
export function MoneyField(props: MoneyFieldProps) {
  return (
    <Field {...props}>
      <div class="money field-short">
        <input
          class="ds-input"
          {...controlAria(props)}
          type="text"
          value={props.value}
          inputMode="numeric"
          maxLength={20}
          autocomplete="off"
        />
        <span aria-hidden="true">đ</span>
      </div>
    </Field>
  );
}
