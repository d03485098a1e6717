import type { AttachedFile } from '#modules/dossiers/index.ts';
import { PressLink } from '#ui/components/press-link.tsx';
import { State } from '#ui/components/state.tsx';
import { FieldError } from '#ui/fields/field.tsx';
import { fieldId } from '#ui/fields/field-id.ts';
import type { IntakeView } from './intake-view.ts';
import { paths } from './paths.ts';

interface ScanCellProps {
  readonly view: IntakeView;
  /** Key of the tick-list, or `extra.0`. */
  readonly paper: string;
  readonly name: string;
}

const SCANS = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png';

/** The scans of a paper, and the place to choose more; each wrong file is said by name. */
export function ScanCell({ view, paper, name }: ScanCellProps) {
  const { t } = view.frame;
  const files = view.opened.files[paper] ?? [];
  const field = `files.${paper}`;
  const errors = view.errors.filter((error) => error.field === field).map((error) => error.text);
  return (
    <div class="scans">
      {files.length > 0 ? (
        <State icon="check" tone="success">
          {t('counter.scans.there', { n: files.length })}
        </State>
      ) : null}
      {files.length > 0 ? (
        <ul class="plain small">
          {files.map((file) => (
            <ScanLine view={view} file={file} />
          ))}
        </ul>
      ) : null}
      <details open={errors.length > 0}>
        <summary>
          {t('counter.scans.add')}
          <span class="ds-sr-only"> {name}</span>
        </summary>
        <input
          class="ds-input"
          type="file"
          id={fieldId(field)}
          name={field}
          multiple
          accept={SCANS}
          aria-label={t('counter.scans.of', { name })}
          aria-describedby={errors.length > 0 ? `${fieldId(field)}-error` : undefined}
        />
        <p class="hint small subtle">{t('ui.field.file-hint')}</p>
        <FieldError name={field} text={errors.join(' ') || undefined} />
      </details>
    </div>
  );
}

function ScanLine({ view, file }: { readonly view: IntakeView; readonly file: AttachedFile }) {
  const { t } = view.frame;
  return (
    <li>
      <a href={paths.file(view.opened.draft.id, file.id)} target="_blank" rel="noopener">
        {file.name}
      </a>{' '}
      <PressLink press={`drop-file:${file.id}`}>
        {t('counter.scans.drop')}
        <span class="ds-sr-only"> {file.name}</span>
      </PressLink>
    </li>
  );
}
