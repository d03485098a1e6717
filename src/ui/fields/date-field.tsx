import type { FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';

interface DateFieldProps extends FieldProps {
  /** As typed: `25/07/2022`; never rewritten behind a person's back. */
  readonly value?: string | undefined;
  /** Where the law knows only the year or the month: `1954`, `7/1954`. */
  readonly partial?: boolean | undefined;
  readonly autocomplete?: string | undefined;
}

/** A date typed dd/mm/yyyy. */
export function DateField({ partial, hint, ...props }: DateFieldProps) {
  const shown = hint ?? props.t(partial ? 'ui.field.partial-date-hint' : 'ui.field.date-hint');
  return <TextField {...props} hint={shown} inputMode={partial ? 'text' : 'numeric'} maxLength={20} />;
}
