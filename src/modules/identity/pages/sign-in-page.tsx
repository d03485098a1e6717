import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import type { DemoSignIn } from '../actions/list-demo-sign-ins.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { paths } from './page-deps.ts';

interface SignInPageProps {
  readonly frame: Frame;
  readonly name: string;
  /** Where to go on afterwards. */
  readonly next: string;
  readonly errors: readonly FormError[];
  readonly demo: readonly DemoSignIn[];
}

export function SignInPage({ frame, name, next, errors, demo }: SignInPageProps) {
  const { t } = frame;
  return (
    <PublicLayout frame={frame} title={t('identity.sign-in.title')}>
      <div class="wrap stack mt-12">
        <ErrorSummary t={t} errors={errors} />
        <h1>{t('identity.sign-in.title')}</h1>
        <p class="read">{t('identity.sign-in.lead')}</p>
        <form method="post" action={paths.signIn} class="stack read">
          <CsrfField token={frame.csrf} />
          <input type="hidden" name="tiep" value={next} />
          <TextField
            t={t}
            name="tai-khoan"
            label={t('identity.field.account')}
            value={name}
            autocomplete="username"
            maxLength={100}
            autofocus={errors.length === 0}
            error={errorOf(errors, 'tai-khoan')}
          />
          <TextField
            t={t}
            name="mat-khau"
            type="password"
            label={t('identity.field.password')}
            autocomplete="current-password"
            maxLength={1000}
          />
          <div class="row">
            <Button>{t('identity.sign-in.button')}</Button>
          </div>
        </form>
        <p class="read subtle">{t('identity.sign-in.trouble')}</p>
        {demo.length > 0 ? <DemoSignIns t={t} list={demo} /> : null}
      </div>
    </PublicLayout>
  );
}
