import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { askingReasons } from '../rules/asking.ts';
import { type AlarmLine, AlarmList } from './alarm-list.tsx';
import { paths } from './page-deps.ts';

export interface HomeProps {
  readonly frame: DeskFrame;
  /** Makes the press act once. */
  readonly keyOfPress: string;
  readonly alarms: readonly AlarmLine[];
  readonly openAlarms: number;
  readonly typed: { readonly number: string; readonly reason: string; readonly reference: string };
  readonly errors: readonly FormError[];
}

/** Where the officer begins: a question about a person, what is alarming, the other lists. */
export function HomePage(props: HomeProps) {
  const { frame, errors, alarms, openAlarms } = props;
  const { t } = frame;
  return (
    <DeskLayout frame={frame} title={t('protection.title')}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={t('protection.title')} note={t('protection.note')} />
      <div class="split">
        <Panel id="hoi" title={t('protection.ask.title')} todo>
          <AskForm {...props} />
        </Panel>
        <div class="stack gap-8">
          <Panel id="canh-bao" title={t('protection.alarms.open', { n: openAlarms })}>
            <AlarmList t={t} alarms={alarms} />
            <p>
              <a href={paths.alarms}>{t('protection.alarms.all')}</a>
            </p>
          </Panel>
          <Panel id="danh-sach" title={t('protection.more')}>
            <ul class="stack gap-2">
              <li>
                <a href={paths.refused}>{t('protection.refused.title')}</a>
              </li>
              <li>
                <a href={paths.rules}>{t('protection.rules.title')}</a>
              </li>
            </ul>
          </Panel>
        </div>
      </div>
    </DeskLayout>
  );
}

function AskForm({ frame, keyOfPress, typed, errors }: HomeProps) {
  const { t } = frame;
  return (
    <form class="stack" method="post" action={paths.ask} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="key" value={keyOfPress} />
      <p>{t('protection.ask.lead')}</p>
      <TextField
        t={t}
        name="so"
        label={t('protection.ask.number')}
        hint={t('protection.ask.number-hint')}
        value={typed.number}
        error={errorOf(errors, 'so')}
        maxLength={40}
      />
      <SelectField
        t={t}
        name="ly-do"
        label={t('protection.ask.reason')}
        emptyLabel={t('protection.ask.choose')}
        options={askingReasons.map((value) => ({ value, label: t(`protection.reason.${value}`) }))}
        value={typed.reason}
        error={errorOf(errors, 'ly-do')}
      />
      <TextField
        t={t}
        name="van-ban"
        label={t('protection.ask.reference')}
        hint={t('protection.ask.reference-hint')}
        value={typed.reference}
        error={errorOf(errors, 'van-ban')}
        maxLength={40}
      />
      <p>
        <Button icon="search">{t('protection.ask.send')}</Button>
      </p>
    </form>
  );
}
