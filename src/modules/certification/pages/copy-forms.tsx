import { Button } from '#ui/components/button.tsx';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { type CopyStanding, copyWays, MOST_FILES, MOST_PAGES } from '../rules/electronic-copy.ts';
import type { CopyView } from './copy-view.ts';
import { paths } from './paths.ts';

interface FormProps {
  readonly view: CopyView;
}

/** The files that are there, to be opened. */
export function Scans({ view: { frame, read } }: FormProps) {
  const { t } = frame;
  if (read.files.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="ban-quet">
      <h2 id="ban-quet">{t('certification.electronic.there')}</h2>
      <ul class="plain">
        {read.files.map((file) => (
          <li>
            <a href={paths.copyScan(read.copy, file.id)}>{file.originalName ?? file.id}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was kept may be left out again; more may be added until it is signed. */
export function ScanForm({ view }: FormProps) {
  const { frame, read, errors } = view;
  const { t } = frame;
  return (
    <form
      class="stack"
      method="post"
      action={paths.scanCopy(read.copy)}
      encType="multipart/form-data"
      data-once
    >
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <h2>{t('certification.electronic.scan-title')}</h2>
      <p class="subtle small">
        {t('certification.electronic.scan-note', { files: MOST_FILES, pages: MOST_PAGES })}
      </p>
      <Scans view={view} />
      {read.files.map((file) => (
        <div class="ds-field">
          <input class="ds-input" type="checkbox" id={`bo-${file.id}`} name="without" value={file.id} />
          <label class="ds-label" for={`bo-${file.id}`}>
            {t('certification.electronic.without', { name: file.originalName ?? file.id })}
          </label>
        </div>
      ))}
      <FileField
        t={t}
        name="files"
        label={t('certification.electronic.files')}
        error={errorOf(errors, 'files')}
      />
      <div class="row end">
        <Button shortcut="Control+Enter">{t('certification.electronic.keep')}</Button>
      </div>
    </form>
  );
}

/** The signed file, and that the person has it. */
export function GiveForm({ view, standing }: FormProps & { readonly standing: CopyStanding }) {
  const { frame, read, errors } = view;
  const { t } = frame;
  const { copy } = read;
  return (
    <form class="stack" method="post" action={paths.giveCopy(copy)} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <h2>{t('certification.electronic.give-title')}</h2>
      <p>
        <a href={paths.signedCopy(copy)}>{t('certification.electronic.download')}</a>
      </p>
      {standing === 'signed' && read.atCounter ? (
        <>
          <RadioGroup
            t={t}
            name="way"
            label={t('certification.electronic.way')}
            choices={copyWays.map((way) => ({ value: way, label: t(`certification.electronic.way-${way}`) }))}
            value={view.way}
            error={errorOf(errors, 'way')}
          />
          <div class="row end">
            <Button shortcut="Control+Enter">{t('certification.electronic.give')}</Button>
          </div>
        </>
      ) : null}
    </form>
  );
}
