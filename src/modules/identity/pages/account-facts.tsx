import { dateOf, formatCivilDate, timeOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Facts } from '#ui/components/facts.tsx';
import { State } from '#ui/components/state.tsx';
import type { AccountLine } from '../store/account-list.ts';
import { adminPaths } from './admin-deps.ts';

export function momentInWords(at: Instant): string {
  return `${timeOf(at)} ${formatCivilDate(dateOf(at))}`;
}

/** Icon, word and colour of an account's state, and why it is disabled. */
export function AccountState({
  t,
  account,
}: {
  readonly t: Words;
  readonly account: Pick<AccountLine, 'state' | 'disabledReason'>;
}) {
  const { state, disabledReason } = account;
  if (state === 'open') {
    return (
      <State icon="ok" tone="success">
        {t('identity.accounts.state.open')}
      </State>
    );
  }
  if (state === 'invited') {
    return (
      <State icon="mail" tone="info">
        {t('identity.accounts.state.invited')}
      </State>
    );
  }
  const why = disabledReason === null ? '' : `, ${t(`identity.accounts.disabled.${disabledReason}`)}`;
  return (
    <State icon="lock">
      {t('identity.accounts.state.disabled')}
      {why}
    </State>
  );
}

export function AccountFacts({
  t,
  account,
  linked = false,
}: {
  readonly t: Words;
  readonly account: AccountLine;
  readonly linked?: boolean;
}) {
  const { name, kind, lastSignInAt, secondFactor, linkUntil, state } = account;
  return (
    <Facts
      facts={[
        {
          label: t('identity.accounts.name'),
          value: linked ? <a href={adminPaths.account(account.id)}>{name}</a> : name,
        },
        { label: t('identity.accounts.state'), value: <AccountState t={t} account={account} /> },
        { label: t('identity.accounts.kind'), value: t(`identity.accounts.kind.${kind}`) },
        {
          label: t('identity.accounts.last-sign-in'),
          value: lastSignInAt ? momentInWords(lastSignInAt) : t('identity.accounts.never'),
        },
        {
          label: t('identity.accounts.second-factor'),
          value: t(secondFactor ? 'identity.accounts.yes' : 'identity.accounts.no'),
        },
        ...(state === 'invited' && linkUntil
          ? [{ label: t('identity.accounts.link-until'), value: momentInWords(linkUntil) }]
          : []),
      ]}
    />
  );
}
