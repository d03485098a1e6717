import { Icon } from '../components/icon.tsx';
import { CsrfField } from '../fields/csrf-field.tsx';
import type { DeskFrame } from '../frame.ts';
import { LanguageLink } from './language-link.tsx';

export function accountLabel({ account }: Pick<DeskFrame, 'account'>): string {
  return account.note ? `${account.name}, ${account.note}` : account.name;
}

/** Account, language, leaving: entries of a list. */
export function AccountEntries({ frame }: { readonly frame: DeskFrame }) {
  const { t, account } = frame;
  return (
    <>
      <li>
        <a href={account.href}>{t('ui.account.own')}</a>
      </li>
      {frame.help ? (
        <li>
          <a href={frame.help.start}>{t('ui.help.title')}</a>
        </li>
      ) : null}
      {frame.trainingHref ? (
        <li>
          <a href={frame.trainingHref}>{t('ui.training.label')}</a>
        </li>
      ) : null}
      <li>
        <LanguageLink language={frame.language} languageHref={frame.languageHref} />
      </li>
      <li>
        <form method="post" action={account.signOutAction}>
          <CsrfField token={frame.csrf} />
          <button class="as-link" type="submit">
            {t('ui.account.sign-out')}
          </button>
        </form>
      </li>
    </>
  );
}

/** In the head of wide desks; on a phone the entries are in the menu. */
export function AccountMenu({ frame }: { readonly frame: DeskFrame }) {
  return (
    <details class="more who">
      <summary>
        <span>
          <span class="name">{frame.account.name}</span>
          {frame.account.note ? <small>{frame.account.note}</small> : null}
        </span>
        <Icon name="down" />
      </summary>
      <ul class="plain-menu">
        <AccountEntries frame={frame} />
      </ul>
    </details>
  );
}
