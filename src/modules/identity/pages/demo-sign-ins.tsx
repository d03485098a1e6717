import type { Words } from '#platform/i18n/words.ts';
import type { DemoSignIn } from '../actions/list-demo-sign-ins.ts';

/** Only in a demo: everybody may know these. One table for each agency, the first one open. */
export function DemoSignIns({ t, list }: { readonly t: Words; readonly list: readonly DemoSignIn[] }) {
  const agencies = [...new Set(list.map((one) => one.agencyName))];
  return (
    <section class="stack" aria-labelledby="minh-hoa">
      <h2 id="minh-hoa">{t('identity.demo.title')}</h2>
      <p class="read">
        {t('identity.demo.password')} <code>{list[0]?.password}</code>
      </p>
      {agencies.map((agency, index) => (
        <details class="ds-details" key={agency} open={index === 0}>
          <summary>{agency}</summary>
          <div class="scroll">
            <AgencyTable t={t} agency={agency} list={list.filter((one) => one.agencyName === agency)} />
          </div>
        </details>
      ))}
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
    <table class="ds-table">
      <caption class="ds-sr-only">{t('identity.demo.caption', { agency })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('identity.field.account')}</th>
          <th scope="col">{t('identity.demo.person')}</th>
          <th scope="col">{t('identity.demo.post')}</th>
          <th scope="col">{t('identity.demo.code')}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.account}>
            <th scope="row">
              <code>{one.account}</code>
            </th>
            <td>{one.name}</td>
            <td>{t('identity.demo.post-in-office', { title: one.title, office: one.officeName })}</td>
            <td>{one.code ? <code>{one.code}</code> : t('identity.demo.no-code')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
