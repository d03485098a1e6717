import { errorOf } from '#ui/components/error-summary.tsx';
import { TextArea, TextField } from '#ui/fields/text-field.tsx';
import { type FormView, startOf } from './command-form.ts';

interface PartProps {
  readonly view: FormView;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly start?: string | undefined;
  readonly rows?: number | undefined;
  readonly class?: string | undefined;
}

const LONG = 10_000;
const SHORT = 300;

/** A long text with what was typed or what it begins with. */
export function LongText({ view, name, label, hint, optional, start, rows }: PartProps) {
  return (
    <TextArea
      t={view.t}
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      rows={rows}
      maxLength={LONG}
      value={startOf(view, name, start)}
      error={errorOf(view.errors, name)}
    />
  );
}

export function ShortText({ view, name, label, hint, optional, start, class: extra }: PartProps) {
  return (
    <TextField
      t={view.t}
      name={name}
      class={extra}
      label={label}
      hint={hint}
      optional={optional}
      maxLength={SHORT}
      value={startOf(view, name, start)}
      error={errorOf(view.errors, name)}
    />
  );
}

interface ReasonProps {
  readonly view: FormView;
  readonly hint?: string | undefined;
}

/** Every reason is read by others later. */
export function ReasonText({ view, hint }: ReasonProps) {
  const { t } = view;
  const said = hint ?? t('dossiers.form.reason-hint');
  return <LongText view={view} name="reason" label={t('dossiers.form.reason')} hint={said} />;
}

export function NoteText({ view, label }: { readonly view: FormView; readonly label: string }) {
  return <LongText view={view} name="note" label={label} rows={2} optional />;
}
