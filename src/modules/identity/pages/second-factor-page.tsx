import { drawQr } from '#platform/papers/qr.ts';
import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { paths } from './page-deps.ts';

interface SecondFactorPageProps {
  readonly frame: DeskFrame;
  /** What the QR code says to the app. */
  readonly uri: string;
  /** The same secret to be typed, in groups of four. */
  readonly typed: string;
  readonly compulsory: boolean;
  /** There is one already: replacing it asks for the password. */
  readonly replacing: boolean;
  readonly errors: readonly FormError[];
}

export function SecondFactorPage(props: SecondFactorPageProps) {
  const { frame, uri, typed, compulsory, replacing, errors } = props;
  const { t } = frame;
  const { size, path } = drawQr(uri);
  return (
    <DeskLayout frame={frame} title={t('identity.second-factor.title')}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={t('identity.second-factor.title')} />
      <div class="stack read">
        {compulsory ? <p>{t('identity.second-factor.compulsory')}</p> : null}
        <p>{t('identity.second-factor.scan')}</p>
        <svg
          viewBox={`0 0 ${size} ${size}`}
          width="220"
          height="220"
          role="img"
          aria-label={t('identity.second-factor.qr')}
        >
          <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
          <path fill="#000" d={path} shape-rendering="crispEdges" />
        </svg>
        <p>
          {t('identity.second-factor.type')} <code>{typed}</code>
        </p>
        <form method="post" action={paths.secondFactor} class="stack">
          <CsrfField token={frame.csrf} />
          {replacing ? (
            <TextField
              t={t}
              name="mat-khau"
              type="password"
              label={t('identity.field.password')}
              autocomplete="current-password"
              maxLength={1000}
              error={errorOf(errors, 'mat-khau')}
            />
          ) : null}
          <TextField
            t={t}
            name="ma"
            label={t('identity.field.code')}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={10}
            error={errorOf(errors, 'ma')}
          />
          <div class="row">
            <Button>{t('identity.second-factor.confirm')}</Button>
          </div>
        </form>
      </div>
    </DeskLayout>
  );
}
