import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { OfficerLayout } from './officer-layout.tsx';
import { paths } from './page-deps.ts';
import { PeriodsPanel, type PeriodsView } from './periods-panel.tsx';

/** The form of one agency, as decided or as typed. */
export interface RuleForm {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly version: number;
  readonly strangers: string;
  readonly years: string;
  readonly paper: string;
}

interface RulesPageProps {
  readonly frame: DeskFrame;
  readonly form: RuleForm;
  /** Other agencies whose officer this is. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly periods: PeriodsView;
  readonly saved: boolean;
  readonly errors: readonly FormError[];
}

/** What the agency has decided: from how many strangers' dossiers on there is an alarm, how long it keeps. */
export function RulesPage({ frame, form, others, periods, saved, errors }: RulesPageProps) {
  const { t } = frame;
  const title = t('protection.rules.title');
  return (
    <OfficerLayout frame={frame} title={title}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={title} note={t('protection.rules.note')} />
      <div class="stack gap-8 read">
        {saved ? (
          <Notice tone="success" live>
            <p>{t('protection.rules.saved')}</p>
          </Notice>
        ) : null}
        <Panel id="co-quan" title={form.agencyName}>
          <AgencyForm frame={frame} form={form} errors={errors} />
        </Panel>
        <PeriodsPanel frame={frame} view={periods} errors={errors} />
        {others.length > 0 ? (
          <ul class="stack gap-2">
            {others.map(({ id, name }) => (
              <li>
                <a href={paths.rulesOf(id)}>{name}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </OfficerLayout>
  );
}

interface AgencyFormProps {
  readonly frame: DeskFrame;
  readonly form: RuleForm;
  readonly errors: readonly FormError[];
}

function AgencyForm({ frame, form, errors }: AgencyFormProps) {
  const { t } = frame;
  const field = (name: string, key: string, value: string) => (
    <TextField
      t={t}
      name={name}
      label={t(`protection.rules.${key}`)}
      hint={t(`protection.rules.${key}-hint`)}
      value={value}
      error={errorOf(errors, name)}
      maxLength={40}
      optional={name !== 'nguong'}
    />
  );
  return (
    <form class="stack" method="post" action={paths.rules} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="co-quan" value={form.agencyId} />
      <input type="hidden" name="ban" value={String(form.version)} />
      {field('nguong', 'strangers', form.strangers)}
      {field('so-nam', 'years', form.years)}
      {field('quyet-dinh', 'paper', form.paper)}
      <p>
        <Button>{t('protection.rules.send')}</Button>
      </p>
    </form>
  );
}
