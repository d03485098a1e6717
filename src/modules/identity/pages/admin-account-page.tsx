import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { AccountLine, Decision } from '../store/account-list.ts';
import { accountActs } from './account-acts.ts';
import { AccountFacts, momentInWords } from './account-facts.tsx';
import { adminCrumbs, adminPaths } from './admin-deps.ts';

interface AdminAccountPageProps {
  readonly frame: DeskFrame;
  readonly account: AccountLine;
  readonly decisions: readonly Decision[];
  readonly own: boolean;
}

/** One account: what it is, what can be done with it now, what was decided about it. */
export function AdminAccountPage({ frame, account, decisions, own }: AdminAccountPageProps) {
  const { t } = frame;
  return (
    <DeskLayout
      frame={frame}
      title={account.name}
      crumbs={adminCrumbs(
        t,
        { href: adminPaths.accounts, label: t('identity.accounts.title') },
        { label: account.name },
      )}
    >
      <PageTitle
        title={account.name}
        note={<a href={adminPaths.person(account.personId)}>{account.personName}</a>}
      />
      <div class="stack gap-8">
        <Panel id="tai-khoan" title={t('identity.accounts.one')} class="read">
          <AccountFacts t={t} account={account} />
          {own ? (
            <p>{t('identity.accounts.own')}</p>
          ) : (
            <div class="row">
              {accountActs(account).map((act) => (
                <LinkButton variant="secondary" href={adminPaths.accountAct(account.id, act.slug)}>
                  {t(`identity.accounts.act.${act.name}`)}
                </LinkButton>
              ))}
            </div>
          )}
        </Panel>
        <section class="stack" aria-labelledby="quyet-dinh">
          <h2 id="quyet-dinh">{t('identity.accounts.decisions')}</h2>
          {decisions.length === 0 ? (
            <p>{t('identity.accounts.no-decisions')}</p>
          ) : (
            <DataTable
              t={t}
              caption={t('identity.accounts.decisions')}
              rows={decisions}
              columns={[
                { head: t('identity.accounts.when'), rowHeader: true, cell: ({ at }) => momentInWords(at) },
                {
                  head: t('identity.accounts.what'),
                  cell: ({ kind }) => t(`identity.accounts.decision.${kind}`),
                },
                { head: t('identity.accounts.why'), class: 'wrapok', cell: ({ reason }) => reason || '–' },
                { head: t('identity.accounts.by'), cell: ({ by }) => by },
              ]}
            />
          )}
        </section>
      </div>
    </DeskLayout>
  );
}
