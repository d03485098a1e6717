import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { ways } from '../rules/preference.ts';
import { paths } from './page-deps.ts';

interface PreferencePageProps {
  readonly frame: DeskFrame;
  readonly way: string;
  readonly address: string;
  readonly mails: boolean;
  /** Where letters may arrive; none: nothing is mailed. */
  readonly domains: readonly string[];
  /** Chosen before, and at none of the domains: gets nothing. */
  readonly isPrivate: boolean;
  readonly saved: boolean;
  readonly errors: readonly FormError[];
}

/** How one wants to be reminded: on the pages always, by mail if one likes. */
export function PreferencePage(props: PreferencePageProps) {
  const { frame, way, address, mails, domains, saved, errors } = props;
  const { t } = frame;
  const title = t('reminders.preference.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ label: t('reminders.mine.title'), href: paths.mine }, { label: title }]}
    >
      <div class="read stack">
        <ErrorSummary t={t} errors={errors} />
        {saved ? <Notice tone="success" title={t('reminders.preference.saved')} /> : null}
        <PageTitle title={title} note={t('reminders.preference.note')} />
        {mails ? null : (
          <Notice tone="warning" title={t('reminders.preference.no-mail')}>
            <p>{t('reminders.preference.no-mail-note')}</p>
          </Notice>
        )}
        {domains.length === 0 ? (
          <Notice tone="warning" title={t('reminders.preference.no-domains')}>
            <p>{t('reminders.preference.no-domains-note')}</p>
          </Notice>
        ) : null}
        {props.isPrivate && domains.length > 0 ? (
          <Notice tone="warning" title={t('reminders.preference.private')}>
            <p>{t('reminders.preference.private-note', { domains: domains.join(', ') })}</p>
          </Notice>
        ) : null}
        <form class="stack" method="post" action={paths.preference} data-once>
          <CsrfField token={frame.csrf} />
          <RadioGroup
            t={t}
            name="cach"
            label={t('reminders.preference.way')}
            choices={ways.map((value) => ({ value, label: t(`reminders.preference.way.${value}`) }))}
            value={way}
            error={errorOf(errors, 'cach')}
          />
          <TextField
            t={t}
            name="thu"
            label={t('reminders.preference.address')}
            hint={
              domains.length === 0
                ? t('reminders.preference.address-hint')
                : t('reminders.preference.address-hint-domains', { domains: domains.join(', ') })
            }
            value={address}
            error={errorOf(errors, 'thu')}
            maxLength={254}
            optional
          />
          <p>
            <Button>{t('reminders.preference.save')}</Button>
          </p>
        </form>
      </div>
    </DeskLayout>
  );
}
