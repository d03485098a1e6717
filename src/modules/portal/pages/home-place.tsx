import type { Words } from '#platform/i18n/words.ts';
import { Icon } from '#ui/components/icon.tsx';
import { State } from '#ui/components/state.tsx';
import type { HomeView } from './home-view.ts';
import { type HoursRow, type OfficeAddress, type Opening, type OtherOffice, phoneHref } from './opening.ts';

interface HomePlaceProps {
  readonly t: Words;
  readonly view: Pick<HomeView, 'opening' | 'hours' | 'oneStop' | 'otherOffices'>;
}

/** Whether it is open now, first; then when and where. */
export function HomePlace({ t, view }: HomePlaceProps) {
  const { opening, oneStop, otherOffices } = view;
  return (
    <section class="section split" id="dia-chi" aria-labelledby="dia-chi-ten">
      <div class="stack">
        <h2 id="dia-chi-ten">{t('portal.home.place')}</h2>
        <Address office={oneStop} />
        {otherOffices.length > 0 ? (
          <details class="ds-details">
            <summary>{t('portal.home.offices', { n: otherOffices.length })}</summary>
            <ul class="plain stack">
              {otherOffices.map((office) => (
                <li>
                  <Other t={t} office={office} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      <div>
        <p>
          <OpenNow t={t} opening={opening} />
        </p>
        <Hours t={t} rows={view.hours} />
      </div>
    </section>
  );
}

export function OpenNow({ t, opening }: { readonly t: Words; readonly opening: Opening }) {
  return opening.open ? (
    <State icon="clock" tone="success">
      {t('portal.home.open', { until: opening.until })}
    </State>
  ) : (
    <State icon="clock">{t('portal.home.closed', { next: opening.next })}</State>
  );
}

/** Whether it is open stands first, then where it is, then how to make it the office of this site. */
function Other({ t, office }: { readonly t: Words; readonly office: OtherOffice }) {
  return (
    <>
      <h3>{office.agency}</h3>
      <State icon="clock" tone={office.isOpen ? 'success' : undefined}>
        {office.state}
      </State>
      <Address office={office} />
      <a href={office.href}>{t('portal.home.choose', { agency: office.agency })}</a>
    </>
  );
}

export function Address({ office }: { readonly office: OfficeAddress }) {
  return (
    <p>
      {office.name}
      <br />
      {office.address}
      {office.phone ? (
        <>
          <br />
          <a href={phoneHref(office.phone)} class="nowrap">
            <Icon name="phone" /> {office.phone}
          </a>
        </>
      ) : null}
    </p>
  );
}

function Hours({ t, rows }: { readonly t: Words; readonly rows: readonly HoursRow[] }) {
  return (
    <table class="ds-table hours ruled" data-color="neutral">
      <caption class="ds-sr-only">{t('portal.home.hours-caption')}</caption>
      <tbody>
        {rows.map(({ days, spans, note }) => (
          <tr>
            <th scope="row">{days}</th>
            <td class="num">
              {spans.map((span) => (
                <div>{span}</div>
              ))}
              {note ? <div class={spans.length > 0 ? 'subtle small' : undefined}>{note}</div> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
