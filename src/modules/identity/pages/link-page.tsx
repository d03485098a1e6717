import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { NEW_PASSWORD_FIELD } from '../actions/choose-password.ts';
import { paths } from './page-deps.ts';

interface LinkPageProps {
  readonly frame: Frame;
  /** Undefined when the link does not open any more. */
  readonly account: string | undefined;
  readonly errors: readonly FormError[];
}

/** What a one-time link opens: the owner sets a password. Looking at the page does not use the link up. */
export function LinkPage({ frame, account, errors }: LinkPageProps) {
  const { t } = frame;
  if (account === undefined) return <LinkOverPage frame={frame} />;
  return (
    <PublicLayout frame={frame} title={t('identity.link.title')}>
      <div class="wrap stack mt-12">
        <ErrorSummary t={t} errors={errors} />
        <h1>{t('identity.link.title')}</h1>
        <p class="read">{t('identity.link.lead', { account })}</p>
        <form method="post" action={frame.path} class="stack read">
          <CsrfField token={frame.csrf} />
          <input type="text" name="tai-khoan" value={account} autocomplete="username" hidden readOnly />
          <TextField
            t={t}
            name={NEW_PASSWORD_FIELD}
            type="password"
            label={t('identity.field.new-password')}
            hint={t('identity.password.hint')}
            autocomplete="new-password"
            maxLength={1000}
            error={errorOf(errors, NEW_PASSWORD_FIELD)}
          />
          <div class="row">
            <Button>{t('identity.link.button')}</Button>
          </div>
        </form>
      </div>
    </PublicLayout>
  );
}

function LinkOverPage({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <PublicLayout frame={frame} title={t('identity.link.over-title')}>
      <div class="wrap stack mt-12">
        <h1>{t('identity.link.over-title')}</h1>
        <p class="read">{t('identity.refusal.link-over')}</p>
        <p>
          <a href={paths.signIn}>{t('identity.sign-in.title')}</a>
        </p>
      </div>
    </PublicLayout>
  );
}
