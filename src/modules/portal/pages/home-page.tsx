import { Icon } from '#ui/components/icon.tsx';
import { SearchInput } from '#ui/components/search-input.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { HomePlace } from './home-place.tsx';
import type { HomeView } from './home-view.ts';
import { LookupForm } from './lookup-form.tsx';
import { paths } from './paths.ts';

interface HomePageProps {
  readonly frame: Frame;
  readonly view: HomeView;
}

export function HomePage({ frame, view }: HomePageProps) {
  const { t } = frame;
  return (
    <PublicLayout frame={frame} title={t('portal.home.title')}>
      <SearchBand frame={frame} view={view} />
      <div class="wrap">
        <section class="section split" aria-labelledby="tra">
          <div class="stack gap-2">
            <h2 id="tra">{t('portal.home.lookup-title')}</h2>
            <p>{t('portal.home.lookup-how')}</p>
            <LookupForm t={t} csrf={frame.csrf} example={view.exampleNumber} />
          </div>
          {view.notices.length > 0 ? (
            <aside class="stack gap-2" aria-labelledby="luu-y">
              <h2 id="luu-y" class="as-h3">
                {t('portal.home.know')}
              </h2>
              {view.notices.map((notice) => (
                <p class="aside-text">{notice}</p>
              ))}
            </aside>
          ) : null}
        </section>
        <LifeEvents frame={frame} view={view} />
        <Ways frame={frame} />
        <HomePlace t={t} view={view} />
      </div>
    </PublicLayout>
  );
}

function SearchBand({ frame, view }: HomePageProps) {
  const { t } = frame;
  const { opening } = view;
  return (
    <section class="band" aria-labelledby="tim">
      <div class="wrap split">
        <div>
          <h1 id="tim">{t('portal.home.ask')}</h1>
          <search>
            <form action={paths.procedures}>
              <label for="f-q" class="ds-sr-only">
                {t('portal.home.search-label')}
              </label>
              <div class="find">
                <SearchInput
                  t={t}
                  endpoint={paths.procedureHits}
                  label={t('portal.home.search-label')}
                  placeholder={t('portal.home.search-example')}
                />
                <button class="ds-button" type="submit">
                  <Icon name="search" />
                  {t('portal.home.search')}
                </button>
              </div>
            </form>
          </search>
          <ul class="often" aria-label={t('portal.home.often')}>
            {view.often.map(({ code, name }) => (
              <li>
                <a href={paths.procedure(code)}>{name}</a>
              </li>
            ))}
          </ul>
        </div>
        <aside aria-label={t('portal.home.counter-today')}>
          <p>
            <b>
              {opening.open
                ? t('portal.home.counter-open', { until: opening.until })
                : t('portal.home.counter-closed')}
            </b>
            {opening.open
              ? t('portal.home.no-appointment')
              : t('portal.home.counter-next', { next: opening.next })}
          </p>
        </aside>
      </div>
    </section>
  );
}

function LifeEvents({ frame, view }: HomePageProps) {
  const { t } = frame;
  return (
    <section class="section" aria-labelledby="viec">
      <h2 id="viec">{t('portal.home.life')}</h2>
      <ul class="events">
        {view.lifeEvents.map(({ key, title, summary, icon }) => (
          <li>
            <Icon name={icon} />
            <h3>
              <a href={paths.lifeEvent(key)}>{title}</a>
            </h3>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.procedures}>{t('portal.home.all', { n: view.procedureCount })}</a>
      </p>
    </section>
  );
}

const ways = ['counter', 'post', 'proxy', 'assisted'] as const;

/** Only ways that exist here; each says how it is done now. */
function Ways({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <section class="section" aria-labelledby="cach">
      <h2 id="cach">{t('portal.home.ways')}</h2>
      <ul class="ways">
        {ways.map((way) => (
          <li>
            <h3>{t(`portal.home.way.${way}`)}</h3>
            <p>{t(`portal.home.way.${way}-text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
