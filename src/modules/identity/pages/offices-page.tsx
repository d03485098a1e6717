import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { OfficeInForce } from '../rules/office.ts';
import { adminCrumbs, adminPaths, spanInWords } from './admin-deps.ts';
import type { AgencyTree } from './office-options.ts';

/** More agencies than these are shown folded. */
const OPEN_AT_ONCE = 3;

/** Agencies, and under each its offices. */
export function OfficesPage({
  frame,
  trees,
}: {
  readonly frame: DeskFrame;
  readonly trees: readonly AgencyTree[];
}) {
  const { t } = frame;
  const title = t('identity.offices.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={adminCrumbs(t, { label: title })}>
      <PageTitle
        title={title}
        note={t('identity.offices.note')}
        aside={<LinkButton href={adminPaths.newAgency}>{t('identity.offices.add-agency')}</LinkButton>}
      />
      {trees.length === 0 ? (
        <Empty title={t('identity.offices.none')}>{t('identity.offices.none-note')}</Empty>
      ) : (
        trees.map(({ agency, offices }) => (
          <details class="ds-details flush" open={trees.length <= OPEN_AT_ONCE}>
            <summary>
              {agency.name} <span class="subtle">{t('identity.offices.count', { n: offices.length })}</span>
            </summary>
            <div>
              <DataTable t={t} caption={agency.name} columns={columnsOf(t)} rows={[agency, ...offices]} />
            </div>
          </details>
        ))
      )}
    </DeskLayout>
  );
}

function columnsOf(t: Words): Column<OfficeInForce>[] {
  return [
    {
      head: t('identity.offices.name'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ id, name }) => <a href={adminPaths.office(id)}>{name}</a>,
    },
    { head: t('identity.offices.kind'), cell: ({ kind }) => t(`identity.office.kind.${kind}`) },
    { head: t('identity.offices.code'), cell: (office) => <AgencyCode t={t} office={office} /> },
    {
      head: t('identity.offices.when'),
      cell: ({ validFrom, validTo }) => spanInWords(t, validFrom, validTo),
    },
  ];
}

/** The agency code, and whether it is only an example. */
export function AgencyCode({ t, office }: { readonly t: Words; readonly office: OfficeInForce }) {
  if (office.kind !== 'agency') return <span>–</span>;
  if (office.agencyCode === null) {
    return (
      <State icon="alert" tone="warning">
        {t('identity.codes.none')}
      </State>
    );
  }
  return office.agencyCodeIsExample ? (
    <State icon="alert" tone="warning">
      {t('identity.codes.example', { code: office.agencyCode })}
    </State>
  ) : (
    <span>{office.agencyCode}</span>
  );
}

/** The agency codes of all agencies, examples first. */
export function CodesPage({
  frame,
  agencies,
}: {
  readonly frame: DeskFrame;
  readonly agencies: readonly OfficeInForce[];
}) {
  const { t } = frame;
  const title = t('identity.codes.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={adminCrumbs(t, { label: title })}>
      <PageTitle title={title} note={t('identity.codes.note')} />
      {agencies.length === 0 ? (
        <Empty title={t('identity.offices.none')}>
          <a href={adminPaths.offices}>{t('identity.offices.title')}</a>
        </Empty>
      ) : (
        <DataTable
          t={t}
          caption={title}
          rows={agencies}
          columns={[
            {
              head: t('identity.offices.name'),
              rowHeader: true,
              cell: ({ id, name }) => <a href={adminPaths.office(id)}>{name}</a>,
            },
            { head: t('identity.offices.code'), cell: (office) => <AgencyCode t={t} office={office} /> },
            {
              head: t('identity.post.from'),
              labelled: true,
              cell: ({ validFrom }) => formatCivilDate(validFrom),
            },
            {
              head: t('identity.post.act'),
              cell: (office) => (
                <a href={adminPaths.code(office.id)}>
                  {t(
                    office.agencyCodeIsExample || office.agencyCode === null
                      ? 'identity.codes.confirm'
                      : 'identity.codes.change',
                  )}
                  <span class="ds-sr-only"> {office.name}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </DeskLayout>
  );
}
