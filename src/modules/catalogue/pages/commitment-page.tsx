import type { CivilDate } from '#kernel/civil-date.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { longMoment } from '#ui/dates.ts';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type CommittedLimit, limitsToShorten, standingOfCommitment } from '../rules/commitment.ts';
import type { Procedure } from '../rules/procedure.ts';
import { legalInWords, promisedInWords } from './commitments-page.tsx';
import { resolutionInWords, timeInWords } from './local-fees-page.tsx';
import { commitmentPaths as paths } from './paths.ts';

export interface CommitmentView {
  readonly frame: DeskFrame;
  readonly agency: OfficeInForce;
  readonly procedure: Procedure;
  /** Every word ever given, the latest first. */
  readonly history: readonly CommittedLimit[];
  readonly today: CivilDate;
  readonly typed: Readonly<Record<string, string>>;
  readonly key: string;
  readonly errors: readonly FormError[];
  readonly done: 'set' | 'ended' | undefined;
}

/** What an agency promises for one procedure: set from a day on; what held before stays below. */
export function CommitmentPage({ view }: { readonly view: CommitmentView }) {
  const { frame, agency, procedure } = view;
  const { t } = frame;
  const title = t('catalogue.commitment.title');
  const crumbs = [
    { label: t('catalogue.admin') },
    { href: paths.ofAgency(agency.code), label: t('catalogue.commitments.title') },
    { label: procedure.code },
  ];
  return (
    <DeskLayout frame={frame} title={`${title}: ${procedure.name}`} crumbs={crumbs}>
      <ErrorSummary t={t} errors={view.errors} />
      {view.done ? (
        <Notice tone="success" live>
          <p>{t(`catalogue.commitment.done-${view.done}`)}</p>
        </Notice>
      ) : null}
      <PageTitle title={title} note={`${procedure.name} (${procedure.code}), ${agency.name}`} />
      <div class="stack read">
        <p>{t('catalogue.commitment.legal', { limit: legalInWords(t, procedure) })}</p>
        <Form view={view} />
        <History t={t} history={view.history} today={view.today} />
      </div>
    </DeskLayout>
  );
}

function Form({ view }: { readonly view: CommitmentView }) {
  const { frame, agency, procedure } = view;
  const { t } = frame;
  const props = (name: string) => ({
    t,
    name,
    value: view.typed[name] ?? '',
    error: errorOf(view.errors, name),
  });
  const units = [...new Set(limitsToShorten(procedure).map(({ unit }) => unit))];
  return (
    <form class="panel stack" method="post" action={paths.set(procedure.code)} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="co-quan" value={agency.code} />
      <p>{t('catalogue.commitment.lead')}</p>
      <div class="form">
        <TextField
          {...props('value')}
          label={t('catalogue.commitment.value')}
          hint={t('catalogue.commitment.value-hint')}
          inputMode="numeric"
          maxLength={10}
          class="w3"
        />
        <SelectField
          {...props('unit')}
          label={t('catalogue.commitment.unit')}
          class="w3"
          options={units.map((unit) => ({ value: unit, label: t(`catalogue.commitment.unit.${unit}`) }))}
        />
        <CheckboxField
          {...props('none')}
          value="1"
          checked={view.typed['none'] === '1'}
          label={t('catalogue.commitment.none')}
          class="w6"
        />
        <TextField
          {...props('resolution-number')}
          label={t('catalogue.commitment.number')}
          hint={t('catalogue.commitment.number-hint')}
          maxLength={200}
          class="w3"
        />
        <DateField {...props('resolution-date')} label={t('catalogue.local-fee.date')} class="w3" />
        <TextField
          {...props('resolution-body')}
          label={t('catalogue.local-fee.body')}
          maxLength={400}
          class="w6"
        />
        <DateField {...props('valid-from')} label={t('catalogue.local-fee.from')} class="w3" />
        <DateField {...props('valid-to')} label={t('catalogue.local-fee.to')} class="w3" optional />
      </div>
      <div class="row">
        <Button shortcut="Control+Enter">{t('catalogue.commitment.set')}</Button>
        <a href={paths.ofAgency(agency.code)}>{t('catalogue.local-fee.back')}</a>
      </div>
    </form>
  );
}

function History({ t, history, today }: Pick<CommitmentView, 'history' | 'today'> & { readonly t: Words }) {
  return (
    <section class="stack" aria-labelledby="da-cam-ket">
      <h2 id="da-cam-ket">{t('catalogue.commitment.history')}</h2>
      {history.length === 0 ? (
        <Empty title={t('catalogue.commitment.no-history')}>{t('catalogue.commitment.no-history-now')}</Empty>
      ) : (
        <DataTable
          t={t}
          caption={t('catalogue.commitment.history')}
          rows={history}
          columns={[
            {
              head: t('catalogue.commitments.promised'),
              rowHeader: true,
              cell: (one: CommittedLimit) => promisedInWords(t, one),
            },
            { head: t('catalogue.local-fees.since'), cell: (one) => timeInWords(t, one) },
            {
              head: t('catalogue.commitment.standing'),
              class: 'wrapok',
              cell: (one) => t(`catalogue.commitment.standing-${standingOfCommitment(history, one, today)}`),
            },
            {
              head: t('catalogue.commitments.decision'),
              class: 'wrapok',
              cell: (one) => resolutionInWords(t, { resolution: one.decision }),
            },
            {
              head: t('catalogue.local-fee.set-by'),
              class: 'wrapok',
              cell: (one) => `${one.setBy.name}, ${longMoment(t, one.setAt)}`,
            },
          ]}
        />
      )}
    </section>
  );
}
