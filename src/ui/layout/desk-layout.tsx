import type { ComponentChildren } from 'preact';
import { Icon } from '../components/icon.tsx';
import { KeyHint } from '../components/key-hint.tsx';
import { CsrfField } from '../fields/csrf-field.tsx';
import type { DeskFrame } from '../frame.ts';
import { AccountEntries, AccountMenu, accountLabel } from './account-menu.tsx';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { Document } from './document.tsx';
import { KeyDialog, type KeyRow } from './key-dialog.tsx';
import { Lotus } from './lotus.tsx';
import { MainNav } from './nav-links.tsx';
import { Ribbon } from './ribbon.tsx';
import { SkipLink } from './skip-link.tsx';
import { isTraining, TrainingBand } from './training-band.tsx';

interface DeskLayoutProps {
  readonly frame: DeskFrame;
  readonly title: string;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** Short cuts of this page, listed under `?` before the common ones. */
  readonly keys?: readonly KeyRow[] | undefined;
  readonly children: ComponentChildren;
}

export function DeskLayout({ frame, title, crumbs, keys = [], children }: DeskLayoutProps) {
  const { t, organisation } = frame;
  return (
    <Document
      language={frame.language}
      assets={frame.assets}
      title={`${isTraining(frame) ? `${t('ui.training.tag')} ` : ''}${title} – ${organisation.siteName}`}
      kind="desk"
    >
      <SkipLink t={t} />
      <Ribbon t={t} demo={frame.demo} organisation={organisation} />
      <DeskHead frame={frame} />
      {isTraining(frame) ? <TrainingBand t={t} /> : null}
      {crumbs ? <Breadcrumb t={t} crumbs={crumbs} /> : null}
      <main id="noi-dung" tabIndex={-1}>
        <div class="wrap">{children}</div>
      </main>
      <footer class="foot">
        <div class="wrap">
          <span>{t('ui.foot.as-of', { time: frame.legalTime })}</span>
          <span>{t('ui.foot.hours', { hours: frame.hours })}</span>
          {frame.help && !frame.path.startsWith(frame.help.start) ? (
            <a class="no-print" href={frame.help.page}>
              {t('ui.help.page')}
            </a>
          ) : null}
        </div>
      </footer>
      <KeyDialog t={t} keys={keys} find={frame.findAction !== undefined} help={frame.help} />
    </Document>
  );
}

function DeskHead({ frame }: { readonly frame: DeskFrame }) {
  const { t, organisation } = frame;
  const phoneEnd = (
    <>
      <li class="who-am-i">
        <Icon name="user" />
        {accountLabel(frame)}
      </li>
      <AccountEntries frame={frame} />
    </>
  );
  return (
    <header class="head">
      <div class="wrap">
        <a class="brand" href={frame.homeHref}>
          <Lotus />
          <span>
            <b>{t('ui.brand')}</b>
            <small>{organisation.shortName}</small>
          </span>
        </a>
        <MainNav t={t} items={frame.nav} path={frame.path} phoneEnd={phoneEnd} />
        <div class="me">
          {frame.findAction ? <FindForm frame={frame} action={frame.findAction} /> : null}
          <AccountMenu frame={frame} />
          <KeysLink frame={frame} />
        </div>
      </div>
    </header>
  );
}

/** Opens the list of keys over the page; without JavaScript it leads to the page of all keys. */
function KeysLink({ frame: { t, help } }: { readonly frame: DeskFrame }) {
  const inside = (
    <>
      <kbd class={help ? 'shown' : undefined}>?</kbd>
      <span class="ds-sr-only"> {t('ui.keys.title')}</span>
    </>
  );
  const opens = { 'data-open-dialog': 'phim-tat', 'aria-keyshortcuts': '?' };
  return help ? (
    <a class="as-link" href={help.keys} {...opens}>
      {inside}
    </a>
  ) : (
    <button class="as-link needs-script" type="button" {...opens}>
      {inside}
    </button>
  );
}

/** Posted, so that no name or number of a person stands in an address. */
function FindForm({ frame, action }: { readonly frame: DeskFrame; readonly action: string }) {
  const { t } = frame;
  return (
    <search class="jump">
      <form method="post" action={action}>
        <CsrfField token={frame.csrf} />
        <input
          class="ds-input"
          type="search"
          name="q"
          aria-label={t('ui.find.label')}
          placeholder={t('ui.find.placeholder')}
          maxLength={200}
          autocomplete="off"
          aria-keyshortcuts="/"
        />
        <KeyHint keys="/" />
      </form>
    </search>
  );
}
