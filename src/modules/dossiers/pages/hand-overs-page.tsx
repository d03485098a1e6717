import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { HandOverList, Unlisted } from '../store/hand-overs.ts';
import { paths } from './page-deps.ts';
import type { BulkIds } from './selected-lines.tsx';

interface HandOversPageProps {
  readonly frame: DeskFrame;
  readonly nameOf: (officeId: string) => string;
  readonly unlisted: readonly Unlisted[];
  readonly given: readonly HandOverList[];
  readonly got: readonly HandOverList[];
  /** New for each form: the key is the list. */
  readonly ids: () => BulkIds;
}

/** What my office gives and gets, by lists. */
export function HandOversPage(props: HandOversPageProps) {
  const { frame, got, given } = props;
  const { t } = frame;
  const title = t('dossiers.hand-overs.title');
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle title={title} note={t('dossiers.hand-overs.note')} />
      <Waiting {...props} />
      <Lists t={t} title={t('dossiers.hand-overs.got')} side="from" lists={got} nameOf={props.nameOf} />
      <Lists t={t} title={t('dossiers.hand-overs.given')} side="to" lists={given} nameOf={props.nameOf} />
    </DeskLayout>
  );
}

function Waiting({ frame: { t }, unlisted, nameOf, ids }: HandOversPageProps) {
  return (
    <section class="stack" aria-labelledby="chua-lap">
      <h2 id="chua-lap">{t('dossiers.hand-overs.waiting')}</h2>
      {unlisted.length === 0 ? (
        <Empty title={t('dossiers.hand-overs.none-waiting')}>
          <p>{t('dossiers.hand-overs.none-waiting-note')}</p>
        </Empty>
      ) : (
        <ul class="plain stack">
          {unlisted.map(({ fromOfficeId, toOfficeId, dossiers }) => {
            const { csrf, key } = ids();
            return (
              <li>
                <form class="row" method="post" action={paths.handOvers} data-once>
                  <CsrfField token={csrf} />
                  <input type="hidden" name="key" value={key} />
                  <input type="hidden" name="from" value={fromOfficeId} />
                  <input type="hidden" name="to" value={toOfficeId} />
                  <span>
                    {t('dossiers.hand-overs.for-office', { office: nameOf(toOfficeId), n: dossiers })}
                  </span>
                  <Button variant="secondary">{t('dossiers.hand-overs.make')}</Button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

interface ListsProps {
  readonly t: Words;
  readonly title: string;
  /** Which office the line names: the other one. */
  readonly side: 'from' | 'to';
  readonly lists: readonly HandOverList[];
  readonly nameOf: (officeId: string) => string;
}

function Lists({ t, title, side, lists, nameOf }: ListsProps) {
  if (lists.length === 0) return null;
  return (
    <DataTable
      t={t}
      caption={title}
      captionShown
      rows={lists}
      columns={[
        {
          head: t('dossiers.hand-overs.made-at'),
          rowHeader: true,
          cell: ({ id, madeAt }) => <a href={paths.handOverList(id)}>{formatMoment(madeAt)}</a>,
        },
        {
          head: t(`dossiers.hand-overs.${side}`),
          class: 'wrapok',
          cell: (list) => nameOf(side === 'from' ? list.fromOfficeId : list.toOfficeId),
        },
        { head: t('dossiers.hand-overs.made-by'), cell: ({ madeByName }) => madeByName },
        { head: t('dossiers.hand-overs.dossiers'), numeric: true, cell: ({ dossiers }) => dossiers },
      ]}
    />
  );
}
