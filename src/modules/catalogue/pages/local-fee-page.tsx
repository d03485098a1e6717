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
import { MoneyField } from '#ui/fields/money-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { LocalFee } from '../rules/local-fee.ts';
import type { Procedure } from '../rules/procedure.ts';
import { feeChannels } from '../rules/read-local-fee.ts';
import { amountInWords, resolutionInWords, timeInWords } from './local-fees-page.tsx';
import { paths } from './paths.ts';

export interface LocalFeeView {
  readonly frame: DeskFrame;
  readonly agency: OfficeInForce;
  readonly procedure: Procedure;
  readonly index: number;
  readonly per: string;
  /** What the catalogue says beside the fee. */
  readonly note: string | null;
  /** Every amount ever set, the latest word first. */
  readonly history: readonly LocalFee[];
  readonly typed: Readonly<Record<string, string>>;
  readonly key: string;
  readonly errors: readonly FormError[];
  readonly done: boolean;
}

/** One fee at one agency: set what the province decided; what held before stays below. */
export function LocalFeePage({ view }: { readonly view: LocalFeeView }) {
  const { frame, agency, procedure } = view;
  const { t } = frame;
  const title = t('catalogue.local-fee.title');
  const crumbs = [
    { label: t('catalogue.admin') },
    { href: paths.ofAgency(agency.code), label: t('catalogue.local-fees.title') },
    { label: procedure.code },
  ];
  return (
    <DeskLayout frame={frame} title={`${title}: ${procedure.name}`} crumbs={crumbs}>
      <ErrorSummary t={t} errors={view.errors} />
      {view.done ? (
        <Notice tone="success" live>
          <p>{t('catalogue.local-fee.done')}</p>
        </Notice>
      ) : null}
      <PageTitle title={title} note={`${procedure.name} (${procedure.code}), ${agency.name}`} />
      <div class="stack read">
        {view.note ? <p class="subtle">{t('catalogue.local-fee.note', { note: view.note })}</p> : null}
        <Form view={view} />
        <History t={t} history={view.history} />
      </div>
    </DeskLayout>
  );
}

function Form({ view }: { readonly view: LocalFeeView }) {
  const { frame, agency, procedure, index } = view;
  const { t } = frame;
  const props = (name: string) => ({
    t,
    name,
    value: view.typed[name] ?? '',
    error: errorOf(view.errors, name),
  });
  return (
    <form class="panel stack" method="post" action={paths.set(procedure.code)} data-once>
      <CsrfField token={frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="co-quan" value={agency.code} />
      <input type="hidden" name="muc" value={String(index)} />
      <p>{t('catalogue.local-fee.lead')}</p>
      <div class="form">
        <MoneyField
          {...props('amount')}
          label={t('catalogue.local-fee.amount', { per: view.per })}
          class="w3"
        />
        <SelectField
          {...props('channel')}
          label={t('catalogue.local-fee.channel')}
          class="w3"
          emptyLabel={t('catalogue.local-fee.every-channel')}
          options={feeChannels.map((channel) => ({
            value: channel,
            label: t(`catalogue.channel.${channel}`),
          }))}
        />
        <TextField
          {...props('resolution-number')}
          label={t('catalogue.local-fee.number')}
          hint={t('catalogue.local-fee.number-hint')}
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
        <CheckboxField
          name="whole-level"
          label={t(`catalogue.local-fee.whole-level-${agency.level}`)}
          checked={view.typed['whole-level'] === '1'}
          class="w6"
        />
      </div>
      <div class="row">
        <Button shortcut="Control+Enter">{t('catalogue.local-fee.set')}</Button>
        <a href={paths.ofAgency(agency.code)}>{t('catalogue.local-fee.back')}</a>
      </div>
    </form>
  );
}

function History({ t, history }: { readonly t: Words; readonly history: readonly LocalFee[] }) {
  return (
    <section class="stack" aria-labelledby="da-dat">
      <h2 id="da-dat">{t('catalogue.local-fee.history')}</h2>
      {history.length === 0 ? (
        <Empty title={t('catalogue.local-fee.no-history')}>{t('catalogue.local-fee.no-history-now')}</Empty>
      ) : (
        <DataTable
          t={t}
          caption={t('catalogue.local-fee.history')}
          rows={history}
          columns={[
            {
              head: t('catalogue.local-fees.amount'),
              rowHeader: true,
              cell: (fee: LocalFee) => amountInWords(t, fee),
            },
            { head: t('catalogue.local-fees.since'), cell: (fee) => timeInWords(t, fee) },
            {
              head: t('catalogue.local-fees.resolution'),
              class: 'wrapok',
              cell: (fee) => resolutionInWords(t, fee),
            },
            {
              head: t('catalogue.local-fee.set-by'),
              class: 'wrapok',
              cell: (fee) => `${fee.setBy.name}, ${longMoment(t, fee.setAt)}`,
            },
          ]}
        />
      )}
    </section>
  );
}
