import { DataTable } from '#ui/components/data-table.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { BulkLine } from '../actions/bulk.ts';
import type { CommandName } from '../rules/transitions.ts';
import { errorOfRefusal, paths } from './page-deps.ts';

interface BulkDonePageProps {
  readonly frame: DeskFrame;
  readonly command: CommandName;
  /** The list it was pressed in; my work where nothing is said. */
  readonly from?: { readonly label: string; readonly href: string } | undefined;
  readonly lines: readonly BulkLine[];
}

/** What became of each: the refused ones first, with what to do now. */
export function BulkDonePage({ frame, command, lines, from }: BulkDonePageProps) {
  const { t } = frame;
  const back = from ?? { label: t('dossiers.work.title'), href: paths.work };
  const refusals = lines.filter((line) => line.refusal);
  const done = lines.length - refusals.length;
  const title = t('dossiers.bulk.done-title', { command: t(`dossiers.command.${command}`) });
  const numbers = { done, all: lines.length };
  return (
    <DeskLayout frame={frame} title={title} crumbs={[back, { label: title }]}>
      <PageTitle title={title} />
      <Notice
        tone={refusals.length > 0 ? 'warning' : 'success'}
        title={t(refusals.length > 0 ? 'dossiers.bulk.some' : 'dossiers.bulk.all', numbers)}
      />
      <DataTable
        t={t}
        caption={title}
        rows={[...refusals, ...lines.filter((line) => !line.refusal)]}
        columns={[
          {
            head: t('dossiers.list.number'),
            rowHeader: true,
            class: 'nr',
            cell: ({ number }) => <a href={paths.dossier(number)}>{number}</a>,
          },
          {
            head: t('dossiers.bulk.outcome'),
            class: 'wrapok',
            cell: ({ refusal }) =>
              refusal ? (
                <State icon="alert" tone="warning">
                  {errorOfRefusal(t, refusal).text}
                </State>
              ) : (
                <State icon="ok" tone="success">
                  {t('dossiers.bulk.done')}
                </State>
              ),
          },
        ]}
      />
      <p class="mt-2">
        <a href={back.href}>
          {from ? t('dossiers.bulk.back-to', { list: from.label }) : t('dossiers.bulk.back')}
        </a>
        {command === 'forward' ? (
          <>
            {' · '}
            <a href={paths.handOvers}>{t('dossiers.bulk.to-lists')}</a>
          </>
        ) : null}
      </p>
    </DeskLayout>
  );
}
