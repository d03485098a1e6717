import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { Document } from './document.tsx';
import { LanguageLink } from './language-link.tsx';
import { Lotus } from './lotus.tsx';
import { MainNav } from './nav-links.tsx';
import { Ribbon } from './ribbon.tsx';
import { SkipLink } from './skip-link.tsx';

interface PublicLayoutProps {
  readonly frame: Frame;
  /** Names the page; the site's name is added. */
  readonly title: string;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly children: ComponentChildren;
}

export function PublicLayout({ frame, title, crumbs, children }: PublicLayoutProps) {
  const { t, organisation, language, languageHref } = frame;
  const languageItem = (
    <li>
      <LanguageLink language={language} languageHref={languageHref} />
    </li>
  );
  return (
    <Document
      language={language}
      assets={frame.assets}
      title={`${title} – ${organisation.siteName}`}
      kind="public"
    >
      <SkipLink t={t} />
      <Ribbon t={t} demo={frame.demo} organisation={organisation} />
      <header class="head">
        <div class="wrap">
          <a class="brand" href="/">
            <Lotus />
            <span>
              <b>{organisation.name}</b>
              <small>{organisation.place}</small>
            </span>
          </a>
          <MainNav t={t} items={frame.nav} path={frame.path} end={languageItem} />
        </div>
      </header>
      {crumbs ? <Breadcrumb t={t} crumbs={crumbs} /> : null}
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      <PublicFoot frame={frame} />
    </Document>
  );
}

/** `07:00–11:30` is never cut at its dash. */
function unbroken(hours: string): string {
  return hours.replaceAll('–', '\u2060–\u2060');
}

function PublicFoot({ frame }: { readonly frame: Frame }) {
  const { t, organisation } = frame;
  return (
    <footer class="foot">
      <div class="wrap">
        <div>
          <h2>{organisation.fullName}</h2>
          <p>
            {organisation.oneStopName}
            <br />
            {organisation.address}
          </p>
        </div>
        <div>
          <h2>{t('ui.foot.doing')}</h2>
          <ul class="plain">
            {frame.nav.map((item) => (
              <li>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2>{t('ui.foot.now')}</h2>
          <p>
            {frame.legalTime}
            <br />
            {t('ui.foot.hours', { hours: unbroken(frame.hours) })}
          </p>
        </div>
      </div>
    </footer>
  );
}
