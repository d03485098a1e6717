import type { Notice, RenderNotice } from '#platform/http/notice.ts';
import type { Assets } from '#ui/frame.ts';
import { Document } from '#ui/layout/document.tsx';
import { Lotus } from '#ui/layout/lotus.tsx';
import { SkipLink } from '#ui/layout/skip-link.tsx';

/** Pages of the server itself (not found, trouble …): they need neither database nor session. */
export function createRenderNotice(assets: Assets, demo: boolean): RenderNotice {
  return (notice, { t, language }) => (
    <Document language={language} assets={assets} title={`${notice.title} – ${t('ui.brand')}`} kind="public">
      <SkipLink t={t} />
      {demo ? (
        <section class="ribbon" aria-label={t('ui.ribbon.label')}>
          <div class="wrap">
            <b>{t('ui.ribbon.demo')}</b>
            <span>{t('ui.ribbon.demo-note')}</span>
          </div>
        </section>
      ) : null}
      <header class="head">
        <div class="wrap">
          <a class="brand" href="/">
            <Lotus />
            <b>{t('ui.brand')}</b>
          </a>
        </div>
      </header>
      <main id="noi-dung" tabIndex={-1} class="wrap stack mt-12">
        <h1>{notice.title}</h1>
        {notice.lines.map((line) => (
          <p class="read" key={line}>
            {line}
          </p>
        ))}
        {notice.resend ? <Resend resend={notice.resend} /> : null}
        {notice.reference ? (
          <p class="subtle">{t('ui.error.reference', { reference: notice.reference })}</p>
        ) : null}
        {notice.links.map((link) => (
          <p key={link.href}>
            <a href={link.href} {...(link.newTab ? { target: '_blank', rel: 'noopener' } : {})}>
              {link.text}
            </a>
          </p>
        ))}
      </main>
    </Document>
  );
}

/** Text areas keep line ends, hidden inputs would not. */
function Resend({ resend }: { readonly resend: NonNullable<Notice['resend']> }) {
  return (
    <form method="post" action={resend.action}>
      <input type="hidden" name="_csrf" value={resend.csrf} />
      {resend.fields.map(([name, value]) => (
        <textarea key={`${name} ${value}`} name={name} hidden>
          {value}
        </textarea>
      ))}
      <button type="submit" class="ds-button">
        {resend.button}
      </button>
    </form>
  );
}
