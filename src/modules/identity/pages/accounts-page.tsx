import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { AccountLine } from '../store/account-list.ts';
import { AccountState, momentInWords } from './account-facts.tsx';
import { adminCrumbs, adminPaths } from './admin-deps.ts';

/** Of which accounts the list is; the counts above it lead to each. */
export const accountGroups = ['all', 'administration', 'invited', 'idle', 'disabled'] as const;
export type AccountGroup = (typeof accountGroups)[number];

interface AccountsPageProps {
  readonly frame: DeskFrame;
  readonly group: AccountGroup;
  readonly counts: Readonly<Record<AccountGroup, number>>;
  readonly accounts: readonly AccountLine[];
  /** The job that disables idle accounts runs here: not in a demo. */
  readonly idleJob: boolean;
}

export function AccountsPage({ frame, group, counts, accounts, idleJob }: AccountsPageProps) {
  const { t } = frame;
  const title = t('identity.accounts.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={adminCrumbs(t, { label: title })}>
      <PageTitle
        title={title}
        note={t(idleJob ? 'identity.accounts.note' : 'identity.accounts.note-demo')}
        aside={<a href={adminPaths.reviews}>{t('identity.review.title')}</a>}
      />
      <ul class="counts" aria-label={t('identity.accounts.counts')}>
        {accountGroups.map((one) => (
          <li>
            <a
              href={one === 'all' ? adminPaths.accounts : `${adminPaths.accounts}?nhom=${one}`}
              aria-current={one === group ? 'true' : undefined}
            >
              <b>{counts[one]}</b>
              {t(`identity.accounts.group.${one}`)}
            </a>
          </li>
        ))}
      </ul>
      {accounts.length > 0 ? (
        <DataTable t={t} caption={title} columns={columnsOf(t)} rows={accounts} walkable />
      ) : (
        <Empty title={t('identity.accounts.none')}>
          <a href={adminPaths.people}>{t('identity.accounts.none-note')}</a>
        </Empty>
      )}
    </DeskLayout>
  );
}

function columnsOf(t: Words): Column<AccountLine>[] {
  return [
    {
      head: t('identity.accounts.name'),
      rowHeader: true,
      cell: ({ id, name }) => <a href={adminPaths.account(id)}>{name}</a>,
    },
    { head: t('identity.people.name'), cell: ({ personName }) => personName },
    {
      head: t('identity.people.posts'),
      class: 'wrapok',
      cell: ({ posts }) => posts || t('identity.people.no-post'),
    },
    {
      head: t('identity.accounts.last-sign-in'),
      labelled: true,
      cell: ({ lastSignInAt }) => (lastSignInAt ? momentInWords(lastSignInAt) : t('identity.accounts.never')),
    },
    { head: t('identity.accounts.state'), cell: (account) => <AccountState t={t} account={account} /> },
  ];
}
