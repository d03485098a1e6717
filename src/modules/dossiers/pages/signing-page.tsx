import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ResultDraft } from '../rules/event.ts';
import { BulkForm, selectionOf } from './bulk-form.tsx';
import { When } from './dossier-columns.tsx';
import { paths } from './page-deps.ts';
import type { BulkIds } from './selected-lines.tsx';
import type { WorkLine } from './work-view.ts';

export interface DraftToSign extends WorkLine {
  readonly draft: ResultDraft | null;
  /** For whom, by which decision it would be signed; null: in one's own right. */
  readonly instead: string | null;
}

interface SigningPageProps {
  readonly frame: DeskFrame;
  readonly drafts: readonly DraftToSign[];
  readonly all: number;
  readonly ids: BulkIds;
  /** Where to set up the second factor first; null: has one. */
  readonly secondFactorPage: string | null;
  readonly demoCode: string | null;
  readonly nextHref: string | undefined;
}

/** Read, compare with the dossier, sign many with one code; whatever is not right goes back from its own page. */
export function SigningPage(props: SigningPageProps) {
  const { frame, drafts, all, ids, secondFactorPage, demoCode, nextHref } = props;
  const { t } = frame;
  const title = t('dossiers.signing.title');
  const code = (
    <>
      <TextField
        t={t}
        name="ma"
        label={t('dossiers.signing.code')}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={40}
      />
      {demoCode ? (
        <span class="small">
          {t('dossiers.signing.demo-code')} <code>{demoCode}</code>
        </span>
      ) : null}
    </>
  );
  return (
    <DeskLayout
      frame={frame}
      title={title}
      keys={[
        { keys: 'j k', text: t('dossiers.keys.walk') },
        { keys: 'x', text: t('dossiers.keys.tick') },
      ]}
    >
      <PageTitle title={title} note={t('dossiers.signing.note')} />
      {drafts.length === 0 ? (
        <Empty title={t('dossiers.signing.none')}>
          <p>{t('dossiers.signing.none-note')}</p>
        </Empty>
      ) : (
        <BulkForm t={t} ids={ids} commands={secondFactorPage ? [] : ['decide']} fields={code}>
          {secondFactorPage ? <SetUpFirst t={t} href={secondFactorPage} /> : null}
          <DataTable
            t={t}
            caption={title}
            columns={columnsOf(frame)}
            rows={drafts}
            {...(secondFactorPage ? {} : { select: selectionOf<DraftToSign>() })}
            walkable
          />
          <Pagination
            t={t}
            shown={t('dossiers.work.shown', { shown: drafts.length, all })}
            nextHref={nextHref}
          />
        </BulkForm>
      )}
    </DeskLayout>
  );
}

/** Nobody signs without a code: where to get one, instead of a field that takes none. */
function SetUpFirst({ t, href }: { readonly t: Words; readonly href: string }) {
  return (
    <Notice tone="warning" title={t('dossiers.signing.no-code')}>
      <p>{t('dossiers.signing.no-code-now')}</p>
      <p>
        <a href={href}>{t('dossiers.signing.no-code-link')}</a>
      </p>
    </Notice>
  );
}

function columnsOf({ t }: DeskFrame): Column<DraftToSign>[] {
  return [
    { head: t('dossiers.list.due'), class: 'when', cell: (line) => <When t={t} line={line} /> },
    {
      head: t('dossiers.list.number'),
      rowHeader: true,
      class: 'nr',
      cell: ({ name, shortNumber }) => <a href={paths.dossier(name)}>{shortNumber ?? name}</a>,
    },
    {
      head: t('dossiers.list.applicant'),
      class: 'who',
      cell: ({ applicantName }) => applicantName ?? t('dossiers.list.erased'),
    },
    {
      head: t('dossiers.signing.draft'),
      class: 'wrapok',
      cell: ({ draft, procedureName, name, instead }) => (
        <>
          {instead ? <p class="small">{t('dossiers.signing.instead', { instead })}</p> : null}
          <Draft t={t} draft={draft} procedureName={procedureName} name={name} />
        </>
      ),
    },
  ];
}

function Draft({
  t,
  draft,
  procedureName,
  name,
}: Pick<DraftToSign, 'draft' | 'procedureName' | 'name'> & { t: Words }) {
  return draft ? (
    <details class="more">
      <summary>
        {draft.title}, {procedureName}
      </summary>
      <p class="draft">{draft.content}</p>
      <p class="small">
        <a href={paths.dossier(name)}>{t('dossiers.signing.compare')}</a>
        {' · '}
        <a href={paths.at(name, 'tra-lai-buoc')}>{t('dossiers.signing.give-back')}</a>
      </p>
    </details>
  ) : (
    <a href={paths.at(name, 'ky')}>{t('dossiers.signing.no-draft', { procedure: procedureName })}</a>
  );
}
