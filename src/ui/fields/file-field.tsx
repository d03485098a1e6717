import { controlAria, Field, type FieldProps } from './field.tsx';

interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean | undefined;
  /** Content types and endings, as in HTML. */
  readonly accept?: string | undefined;
}

const SCANS = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png';

/** Choosing files works without scripts; with them files may also be dropped and are named before sending. */
export function FileField({ multiple = true, accept = SCANS, hint, ...props }: FileFieldProps) {
  const shown = hint ?? props.t('ui.field.file-hint');
  return (
    <Field {...props} hint={shown}>
      <div class="drop" data-drop>
        <input
          class="ds-input"
          {...controlAria({ ...props, hint: shown })}
          type="file"
          multiple={multiple}
          accept={accept}
        />
        <p class="file-names" data-file-names aria-live="polite" />
      </div>
    </Field>
  );
}
