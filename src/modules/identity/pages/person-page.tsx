import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Matter } from '../rules/scope.ts';
import type { AccountLine } from '../store/account-list.ts';
import type { Person } from '../store/people.ts';
import type { DatedPost } from '../store/post-changes.ts';
import type { StandIn } from '../store/stand-ins.ts';
import { AccountFacts } from './account-facts.tsx';
import { adminCrumbs, adminPaths } from './admin-deps.ts';
import { StandInTable } from './stand-in-table.tsx';

interface PersonPageProps {
  readonly frame: DeskFrame;
  readonly person: Person;
  readonly posts: readonly DatedPost[];
  readonly account: AccountLine | undefined;
  readonly standIns: readonly StandIn[];
  /** What delegations can name. */
  readonly matters: readonly Matter[];
  readonly today: CivilDate;
}

/** One person: facts, posts with their times, account, who stands in for her and for whom she does. */
export function PersonPage(props: PersonPageProps) {
  const { frame, person, account, standIns, today } = props;
  const { t } = frame;
  return (
    <DeskLayout
      frame={frame}
      title={person.name}
      crumbs={adminCrumbs(
        t,
        { href: adminPaths.people, label: t('identity.people.title') },
        { label: person.name },
      )}
    >
      <PageTitle
        title={person.name}
        aside={<LinkButton href={adminPaths.givePost(person.id)}>{t('identity.post.give')}</LinkButton>}
      />
      <div class="stack gap-8">
        <PersonFacts {...props} />
        <PostsSection {...props} />
        <section class="stack" aria-labelledby="tai-khoan">
          <h2 id="tai-khoan">{t('identity.accounts.one')}</h2>
          {account ? (
            <AccountFacts t={t} account={account} linked />
          ) : (
            <>
              <p>{t('identity.person.no-account')}</p>
              <div class="row">
                <LinkButton variant="secondary" href={adminPaths.invite(person.id)}>
                  {t('identity.accounts.invite')}
                </LinkButton>
              </div>
            </>
          )}
        </section>
        <section class="stack" aria-labelledby="thay-the">
          <h2 id="thay-the">{t('identity.stand-ins.title')}</h2>
          {standIns.length > 0 ? (
            <StandInTable t={t} list={standIns} today={today} matters={props.matters} />
          ) : (
            <p>{t('identity.stand-ins.none-of-person')}</p>
          )}
          <p>
            <a href={adminPaths.standIns}>{t('identity.stand-ins.see-all')}</a>
          </p>
        </section>
      </div>
    </DeskLayout>
  );
}

function PersonFacts({ frame: { t }, person }: PersonPageProps) {
  return (
    <Panel id="thong-tin" title={t('identity.person.facts')} class="read">
      <Facts
        facts={[
          { label: t('identity.person.name'), value: person.name },
          { label: t('identity.person.phone'), value: person.phone ?? t('identity.person.unknown') },
          { label: t('identity.person.birth-year'), value: person.birthYear ?? t('identity.person.unknown') },
        ]}
      />
      <p>
        <a href={adminPaths.correctPerson(person.id)}>{t('identity.person.correct')}</a>
      </p>
    </Panel>
  );
}

function PostsSection({ frame, person, posts, today }: PersonPageProps) {
  const { t } = frame;
  return (
    <section class="stack" aria-labelledby="chuc-danh">
      <h2 id="chuc-danh">{t('identity.post.title')}</h2>
      {posts.length === 0 ? (
        <p>{t('identity.post.none')}</p>
      ) : (
        <DataTable
          t={t}
          caption={t('identity.post.title')}
          columns={postColumns(frame, person.id, today)}
          rows={posts}
        />
      )}
    </section>
  );
}

function postColumns({ t }: DeskFrame, personId: string, today: CivilDate): Column<DatedPost>[] {
  return [
    { head: t('identity.post.words'), rowHeader: true, cell: ({ title }) => title },
    {
      head: t('identity.post.office'),
      class: 'wrapok',
      cell: ({ officeId, officeName }) => <a href={adminPaths.office(officeId)}>{officeName}</a>,
    },
    { head: t('identity.post.role'), cell: ({ role }) => t(`identity.role.${role}`) },
    { head: t('identity.post.from'), labelled: true, cell: ({ validFrom }) => formatCivilDate(validFrom) },
    {
      head: t('identity.post.to'),
      labelled: true,
      cell: ({ validTo }) => (validTo ? formatCivilDate(validTo) : t('identity.post.open-end')),
    },
    {
      head: t('identity.post.act'),
      cell: (post) =>
        post.validTo !== null && post.validTo < today ? (
          <State icon="check">{t('identity.post.ended')}</State>
        ) : (
          <a href={adminPaths.endPost(personId, post.id)}>
            {t('identity.post.end')}
            <span class="ds-sr-only"> {post.title}</span>
          </a>
        ),
    },
  ];
}
