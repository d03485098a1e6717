import type { ComponentChildren } from 'preact';
import type { Language, Words } from '#platform/i18n/words.ts';
import type { Assets } from '../frame.ts';
import { Document } from './document.tsx';
import { Lotus } from './lotus.tsx';
import { SkipLink } from './skip-link.tsx';

/** `expired`: the form's token or the session is over. `trouble` covers every bug and every part that is down. */
export type ErrorKind = 'not-found' | 'not-allowed' | 'expired' | 'too-many' | 'too-large' | 'trouble';

interface ErrorPageProps {
  readonly t: Words;
  readonly language: Language;
  readonly assets: Assets;
  readonly demo: boolean;
  readonly kind: ErrorKind;
  /** To be told on the telephone; also in the log. */
  readonly reference: string;
  readonly homeHref?: string;
  readonly children?: ComponentChildren;
}

/** Needs neither database nor session, so it can always be shown: what happened, what to do now, a number. */
export function ErrorPage({
  t,
  language,
  assets,
  demo,
  kind,
  reference,
  homeHref = '/',
  children,
}: ErrorPageProps) {
  const title = t(`ui.error.${kind}.title`);
  return (
    <Document language={language} assets={assets} title={`${title} – ${t('ui.brand')}`} kind="public">
      <SkipLink t={t} />
      {demo ? (
        <section class="ribbon" aria-label={t('ui.ribbon.label')}>
          <div class="wrap">
            <b>{t('ui.ribbon.demo')}</b>
          </div>
        </section>
      ) : null}
      <header class="head">
        <div class="wrap">
          <a class="brand" href={homeHref}>
            <Lotus />
            <b>{t('ui.brand')}</b>
          </a>
        </div>
      </header>
      <main id="noi-dung" tabIndex={-1} class="wrap stack mt-12">
        <h1>{title}</h1>
        <p class="read">{t(`ui.error.${kind}.text`)}</p>
        {children}
        <p class="subtle">{t('ui.error.reference', { reference })}</p>
        <p>
          <a href={homeHref}>{t('ui.error.home')}</a>
        </p>
      </main>
    </Document>
  );
}
