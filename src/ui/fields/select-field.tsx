import { controlAria, Field, type FieldProps } from './field.tsx';
import type { DataAttributes } from './text-field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** First, empty choice: `Tất cả`, `Chọn…`. */
  readonly emptyLabel?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly data?: DataAttributes | undefined;
}

export function SelectField(props: SelectFieldProps) {
  const { options, value, emptyLabel, autocomplete, data } = props;
  return (
    <Field {...props}>
      <select class="ds-input" {...controlAria(props)} autocomplete={autocomplete} {...data}>
        {emptyLabel === undefined ? null : (
          <option value="" selected={!value}>
            {emptyLabel}
          </option>
        )}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
