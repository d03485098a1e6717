import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { paths } from './page-deps.ts';

interface CodePageProps {
  readonly frame: Frame;
  readonly next: string;
  readonly errors: readonly FormError[];
  /** The code taken now; only in a demo. */
  readonly demoCode: string | null;
}

/** After the password: six figures of the app, or a recovery code. */
export function CodePage({ frame, next, errors, demoCode }: CodePageProps) {
  const { t } = frame;
  return (
    <PublicLayout frame={frame} title={t('identity.code.title')}>
      <div class="wrap stack mt-12">
        <ErrorSummary t={t} errors={errors} />
        <h1>{t('identity.code.title')}</h1>
        <p class="read">{t('identity.code.lead')}</p>
        {demoCode ? (
          <p class="read">
            {t('identity.code.demo')} <code>{demoCode}</code>
          </p>
        ) : null}
        <form method="post" action={paths.code} class="stack read">
          <CsrfField token={frame.csrf} />
          <input type="hidden" name="tiep" value={next} />
          <TextField
            t={t}
            name="ma"
            label={t('identity.field.code')}
            hint={t('identity.code.hint')}
            autocomplete="one-time-code"
            maxLength={20}
            autofocus={errors.length === 0}
            error={errorOf(errors, 'ma')}
          />
          <div class="row">
            <Button>{t('identity.code.button')}</Button>
            <a href={paths.signIn}>{t('identity.code.again')}</a>
          </div>
        </form>
      </div>
    </PublicLayout>
  );
}
