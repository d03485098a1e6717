import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { OfficeInForce } from '../rules/office.ts';
import type { OfficeVersion } from '../store/office-changes.ts';
import type { DatedPost } from '../store/post-changes.ts';
import { adminCrumbs, adminPaths, spanInWords } from './admin-deps.ts';
import { sectionInWords } from './office-fields.ts';
import { AgencyCode } from './offices-page.tsx';

type ShownVersion = OfficeVersion & { readonly recordedByName: string };

interface OfficePageProps {
  readonly frame: DeskFrame;
  readonly office: OfficeInForce;
  readonly place: string;
  readonly posts: readonly DatedPost[];
  readonly versions: readonly ShownVersion[];
  readonly openWork: number;
}

export function OfficePage(props: OfficePageProps) {
  const { frame, office, posts, versions } = props;
  const { t } = frame;
  const isAgency = office.kind === 'agency';
  return (
    <DeskLayout
      frame={frame}
      title={office.name}
      crumbs={adminCrumbs(
        t,
        { href: adminPaths.offices, label: t('identity.offices.title') },
        { label: office.shortName },
      )}
    >
      <PageTitle
        title={office.name}
        note={t(`identity.office.kind.${office.kind}`)}
        aside={
          isAgency ? (
            <LinkButton href={adminPaths.newOffice(office.id)}>{t('identity.offices.add-office')}</LinkButton>
          ) : undefined
        }
      />
      <div class="stack gap-8">
        <OfficeFacts {...props} />
        {isAgency ? null : (
          <section class="stack" aria-labelledby="nguoi">
            <h2 id="nguoi">{t('identity.office.people')}</h2>
            {posts.length === 0 ? (
              <p>{t('identity.office.nobody')}</p>
            ) : (
              <DataTable t={t} caption={t('identity.office.people')} rows={posts} columns={postColumns(t)} />
            )}
          </section>
        )}
        {versions.length === 0 ? null : (
          <section class="stack" aria-labelledby="thay-doi">
            <h2 id="thay-doi">{t('identity.office.changes')}</h2>
            <DataTable
              t={t}
              caption={t('identity.office.changes')}
              rows={versions}
              columns={versionColumns(t)}
            />
          </section>
        )}
      </div>
    </DeskLayout>
  );
}

function OfficeFacts({ frame: { t }, office, place, openWork }: OfficePageProps) {
  const section = office.sectionKey;
  return (
    <Panel id="thong-tin" title={t('identity.person.facts')} class="read">
      <Facts
        facts={[
          { label: t('identity.offices.name'), value: office.name },
          { label: t('identity.office.short-name'), value: office.shortName },
          ...(office.kind === 'agency'
            ? [
                { label: t('identity.offices.code'), value: <AgencyCode t={t} office={office} /> },
                { label: t('identity.office.place'), value: place },
              ]
            : []),
          ...(section ? [{ label: t('identity.office.handles'), value: sectionInWords(t, section) }] : []),
          { label: t('identity.office.address'), value: office.address ?? '–' },
          { label: t('identity.person.phone'), value: office.phone ?? '–' },
          { label: t('identity.offices.when'), value: spanInWords(t, office.validFrom, office.validTo) },
          { label: t('identity.office.open-work'), value: openWork },
        ]}
      />
      <div class="row">
        <LinkButton variant="secondary" href={adminPaths.changeOffice(office.id)}>
          {t('identity.office.change')}
        </LinkButton>
        {office.kind === 'agency' ? (
          <LinkButton variant="secondary" href={adminPaths.code(office.id)}>
            {t('identity.codes.one')}
          </LinkButton>
        ) : null}
        <a href={adminPaths.endOffice(office.id)}>{t('identity.office.end')}</a>
      </div>
    </Panel>
  );
}

function postColumns(t: Words): Column<DatedPost>[] {
  return [
    {
      head: t('identity.people.name'),
      rowHeader: true,
      cell: ({ personId, personName }) => <a href={adminPaths.person(personId)}>{personName}</a>,
    },
    { head: t('identity.post.words'), class: 'wrapok', cell: ({ title }) => title },
    { head: t('identity.post.role'), cell: ({ role }) => t(`identity.role.${role}`) },
    {
      head: t('identity.offices.when'),
      cell: ({ validFrom, validTo }) => spanInWords(t, validFrom, validTo),
    },
  ];
}

function versionColumns(t: Words): Column<ShownVersion>[] {
  return [
    {
      head: t('identity.post.from'),
      rowHeader: true,
      cell: ({ validFrom }) => formatCivilDate(validFrom),
    },
    { head: t('identity.offices.name'), class: 'wrapok', cell: ({ name }) => name },
    { head: t('identity.office.address'), class: 'wrapok', cell: ({ address }) => address ?? '–' },
    { head: t('identity.offices.code'), cell: ({ agencyCode }) => agencyCode ?? '–' },
    { head: t('identity.office.basis'), class: 'wrapok', cell: ({ basis }) => basis },
    { head: t('identity.accounts.by'), cell: ({ recordedByName }) => recordedByName },
  ];
}
