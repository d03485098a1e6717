import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { DemoSignIn } from '../actions/list-demo-sign-ins.ts';

/** Only in a demo: everybody may know these. One table for each agency, folded. */
export function DemoSignIns({ t, list }: { readonly t: Words; readonly list: readonly DemoSignIn[] }) {
  const agencies = [...new Set(list.map((one) => one.agencyName))];
  return (
    <section class="stack" aria-labelledby="minh-hoa">
      <h2 id="minh-hoa">{t('identity.demo.title')}</h2>
      <p class="read">
        {t('identity.demo.password')} <code>{list[0]?.password}</code>
      </p>
      <div>
        {agencies.map((agency) => (
          <details class="ds-details flush" key={agency}>
            <summary>{agency}</summary>
            <AgencyTable t={t} agency={agency} list={list.filter((one) => one.agencyName === agency)} />
          </details>
        ))}
      </div>
    </section>
  );
}

interface AgencyTableProps {
  readonly t: Words;
  readonly agency: string;
  readonly list: readonly DemoSignIn[];
}

function AgencyTable({ t, agency, list }: AgencyTableProps) {
  return (
    <DataTable
      t={t}
      caption={t('identity.demo.caption', { agency })}
      rows={list}
      columns={[
        {
          head: t('identity.field.account'),
          rowHeader: true,
          cell: (one: DemoSignIn) => <code>{one.account}</code>,
        },
        { head: t('identity.demo.person'), cell: (one) => one.name },
        {
          head: t('identity.demo.post'),
          class: 'wrapok',
          cell: ({ title, officeName }) => t('identity.demo.post-in-office', { title, office: officeName }),
        },
        {
          head: t('identity.demo.code'),
          labelled: true,
          cell: ({ code }) => (code ? <code>{code}</code> : t('identity.demo.no-code')),
        },
      ]}
    />
  );
}
