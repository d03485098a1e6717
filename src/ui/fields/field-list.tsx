import type { Words } from '#platform/i18n/words.ts';
import { errorOf, type FormError } from '../components/error-summary.tsx';
import { CheckboxField } from './checkbox-field.tsx';
import { DateField } from './date-field.tsx';
import { type Choice, RadioGroup } from './radio-group.tsx';
import { type Option, SelectField } from './select-field.tsx';
import { TextArea, TextField } from './text-field.tsx';

/** A field as data, where a form is a plain column of fields. */
export interface FieldSpec {
  readonly kind:
    | 'text'
    | 'tel'
    | 'number'
    | 'password'
    | 'date'
    | 'area'
    | 'select'
    | 'radio'
    | 'check'
    | 'hidden';
  readonly name: string;
  /** Hidden ones have none. */
  readonly label?: string;
  readonly hint?: string | undefined;
  /** Before anything was typed. */
  readonly value?: string | undefined;
  readonly options?: readonly Option[];
  readonly choices?: readonly Choice[];
  readonly emptyLabel?: string;
  readonly optional?: boolean;
  readonly short?: boolean;
  readonly maxLength?: number;
}

interface FieldListProps {
  readonly t: Words;
  readonly fields: readonly FieldSpec[];
  /** What was sent; it stands in the fields again. */
  readonly typed: Readonly<Record<string, unknown>> | undefined;
  readonly errors: readonly FormError[];
}

export function FieldList({ t, fields, typed, errors }: FieldListProps) {
  return (
    <>
      {fields.map((field) => (
        <OneField t={t} field={field} value={shownValue(field, typed)} error={errorOf(errors, field.name)} />
      ))}
    </>
  );
}

/** Secrets are never sent back. */
function shownValue(field: FieldSpec, typed: FieldListProps['typed']): string | undefined {
  if (field.kind === 'password') return undefined;
  const sent = typed?.[field.name];
  if (sent === undefined) return typed && field.kind === 'check' ? undefined : field.value;
  return String(sent);
}

interface OneFieldProps {
  readonly t: Words;
  readonly field: FieldSpec;
  readonly value: string | undefined;
  readonly error: string | undefined;
}

function OneField({ t, field, value, error }: OneFieldProps) {
  const { kind, name, label = '', hint, optional, short, maxLength = 300 } = field;
  const shared = { t, name, label, hint, optional, error, class: short ? 'short-input' : undefined };
  switch (kind) {
    case 'hidden':
      return <input type="hidden" name={name} value={value} />;
    case 'date':
      return <DateField {...shared} value={value} />;
    case 'area':
      return <TextArea {...shared} value={value} maxLength={maxLength} />;
    case 'select':
      return (
        <SelectField
          {...shared}
          options={field.options ?? []}
          value={value}
          {...(field.emptyLabel === undefined ? {} : { emptyLabel: field.emptyLabel })}
        />
      );
    case 'radio':
      return <RadioGroup {...shared} choices={field.choices ?? []} value={value} />;
    case 'check':
      return <CheckboxField name={name} label={label} hint={hint} error={error} checked={value === '1'} />;
    case 'number':
      return <TextField {...shared} value={value} inputMode="numeric" maxLength={maxLength} />;
    case 'password':
      return <TextField {...shared} type="password" autocomplete="current-password" maxLength={1000} />;
    default:
      return <TextField {...shared} type={kind} value={value} maxLength={maxLength} />;
  }
}
