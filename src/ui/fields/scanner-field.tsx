import type { Words } from '#platform/i18n/words.ts';
import { TextField } from './text-field.tsx';

interface ScannerFieldProps {
  readonly t: Words;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Posted with `scan` and `_csrf`, answers `{"ok", "message", "fields"}`. */
  readonly endpoint: string;
  /** The form's own address that reads the field without scripts. */
  readonly formAction: string;
  readonly buttonLabel: string;
  readonly error?: string | undefined;
  /** Text that could not be read stays to be looked at. */
  readonly value?: string | undefined;
  readonly autofocus?: boolean | undefined;
}

/** Where a reader types the text of a chip card's code; F2 leads here. */
export function ScannerField({
  t,
  label,
  hint,
  endpoint,
  formAction,
  buttonLabel,
  error,
  value,
  autofocus,
}: ScannerFieldProps) {
  return (
    <div class="scanner row end">
      <TextField
        t={t}
        name="scan"
        label={label}
        hint={hint}
        error={error}
        value={value}
        autofocus={autofocus}
        shortcut="F2"
        maxLength={1000}
        data={{ 'data-scan': endpoint, 'data-scan-status': 'ket-qua-quet' }}
      />
      <button
        class="ds-button"
        data-variant="secondary"
        type="submit"
        formAction={formAction}
        formNoValidate
        data-scan-button
      >
        {buttonLabel}
      </button>
      <span class="state" id="ket-qua-quet" role="status" />
    </div>
  );
}
