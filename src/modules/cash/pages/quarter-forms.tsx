import { formatCivilDate } from '#kernel/civil-date.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { MoneyField } from '#ui/fields/money-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { quarterName } from '../rules/quarter.ts';
import type { TreasuryHandOver } from '../store/fee-settlements.ts';
import { money } from './money-text.ts';
import { paths } from './paths.ts';
import type { QuarterView } from './quarter-view.ts';

interface ViewProps {
  readonly view: QuarterView;
}

function Ids({ view, id }: ViewProps & { readonly id: string }) {
  return (
    <>
      <CsrfField token={view.frame.csrf} />
      <input type="hidden" name="key" value={id} />
      <input type="hidden" name="quarter" value={quarterName(view.quarter)} />
      <input type="hidden" name="bo-phan" value={view.officeId} />
    </>
  );
}

/** Prepare, or confirm what somebody else prepared. */
export function QuarterForms({ view }: ViewProps) {
  const { t } = view.frame;
  const { settlement, confirmation, agrees } = view.state;
  if (confirmation) return null;
  const confirmable = settlement && agrees && view.mayReceive && !view.ownSettlement;
  return (
    <>
      {view.mayPrepare || settlement ? null : <p class="no-print">{t('cash.quarter.not-yet')}</p>}
      {view.mayPrepare && !agrees ? (
        <form class="panel stack no-print" method="post" action={paths.prepareQuarter} data-once>
          <Ids view={view} id={view.key} />
          <p>{t(settlement ? 'cash.quarter.prepare-again' : 'cash.quarter.prepare-lead')}</p>
          <div>
            <Button>{t('cash.quarter.prepare')}</Button>
          </div>
        </form>
      ) : null}
      {confirmable ? (
        <form class="panel todo stack no-print" method="post" action={paths.confirmQuarter} data-once>
          <Ids view={view} id={settlement.id} />
          <p>{t('cash.quarter.confirm-lead', { name: settlement.by.name })}</p>
          <div>
            <Button>{t('cash.quarter.confirm')}</Button>
          </div>
        </form>
      ) : null}
      {settlement && agrees && view.ownSettlement ? (
        <p class="no-print">{t('cash.quarter.second-person')}</p>
      ) : null}
    </>
  );
}

/** What went to the treasury, by its papers. */
export function Treasury({ view }: ViewProps) {
  const { t } = view.frame;
  const { treasury, confirmation } = view.state;
  return (
    <section class="stack" aria-labelledby="kho-bac">
      <h2 id="kho-bac">{t('cash.quarter.treasury')}</h2>
      {treasury.length > 0 ? (
        <DataTable
          t={t}
          caption={t('cash.quarter.treasury')}
          rows={treasury}
          columns={[
            {
              head: t('cash.quarter.document'),
              rowHeader: true,
              class: 'wrapok',
              cell: (one: TreasuryHandOver) => one.documentNumber,
            },
            {
              head: t('cash.quarter.date'),
              labelled: true,
              cell: ({ documentDate }) => formatCivilDate(documentDate),
            },
            {
              head: t('cash.movement.amount'),
              numeric: true,
              labelled: true,
              cell: ({ amount }) => money(amount),
            },
            { head: t('cash.movement.by'), labelled: true, cell: ({ byName }) => byName },
          ]}
        />
      ) : (
        <p class="subtle">{t('cash.quarter.no-treasury')}</p>
      )}
      {view.mayReceive && !confirmation ? <TreasuryForm view={view} /> : null}
    </section>
  );
}

function TreasuryForm({ view }: ViewProps) {
  const { t } = view.frame;
  const props = (name: string) => ({
    t,
    name,
    value: view.typed[name] ?? '',
    error: errorOf(view.errors, name),
  });
  return (
    <form class="panel stack no-print" method="post" action={paths.treasury} data-once>
      <Ids view={view} id={view.key} />
      <div class="form">
        <MoneyField {...props('amount')} label={t('cash.quarter.treasury-amount')} class="w3" />
        <DateField {...props('date')} label={t('cash.quarter.date')} class="w3" />
        <TextField
          {...props('document')}
          label={t('cash.quarter.document')}
          hint={t('cash.quarter.document-hint')}
          maxLength={200}
          class="w6"
        />
      </div>
      <div>
        <Button variant="secondary">{t('cash.quarter.treasury-press')}</Button>
      </div>
    </form>
  );
}
