import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextArea } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { ReadLine } from '../actions/list-reads.ts';
import { type AlarmLine, alarmText } from './alarm-list.tsx';
import { AlarmState } from './alarms-page.tsx';
import { OfficerLayout } from './officer-layout.tsx';
import { paths } from './page-deps.ts';
import { postText, whyText } from './read-words.ts';

export interface AlarmPageProps {
  readonly frame: DeskFrame;
  readonly alarm: AlarmLine;
  /** The first read of each of the strangers' dossiers. */
  readonly reads: readonly ReadLine[];
  readonly acknowledged: { readonly name: string; readonly note: string } | null;
  readonly own: boolean;
  readonly note: string;
  readonly errors: readonly FormError[];
}

/** What raised an alarm, and what was found out about it. */
export function AlarmPage(props: AlarmPageProps) {
  const { frame, alarm, reads, errors } = props;
  const { t } = frame;
  const title = t('protection.alarm.title', { name: alarm.name });
  return (
    <OfficerLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.alarms, label: t('protection.alarms.title') }]}
    >
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={title} tag={<AlarmState t={t} alarm={alarm} />} note={alarmText(t, alarm)} />
      <div class="stack gap-8">
        <Outcome {...props} />
        <DataTable
          t={t}
          caption={t('protection.alarm.reads', { n: reads.length })}
          captionShown
          columns={columnsOf(t)}
          rows={reads}
        />
      </div>
    </OfficerLayout>
  );
}

function Outcome({ frame, alarm, acknowledged, own, note, errors }: AlarmPageProps) {
  const { t } = frame;
  if (acknowledged && alarm.acknowledgedAt)
    return (
      <Panel id="ket-luan" title={t('protection.alarm.outcome')}>
        <Facts
          facts={[
            { label: t('protection.alarm.by'), value: acknowledged.name },
            { label: t('protection.reads.when'), value: formatMoment(alarm.acknowledgedAt) },
            { label: t('protection.alarm.found'), value: acknowledged.note },
          ]}
        />
      </Panel>
    );
  if (own) return <Notice tone="warning" title={t('protection.refusal.own-alarm')} />;
  return (
    <Panel id="ket-luan" title={t('protection.alarm.close')} todo>
      <form class="stack read" method="post" action={paths.alarm(alarm.id)} data-once>
        <CsrfField token={frame.csrf} />
        <TextArea
          t={t}
          name="ghi-chu"
          label={t('protection.alarm.found')}
          hint={t('protection.alarm.found-hint')}
          value={note}
          error={errorOf(errors, 'ghi-chu')}
          maxLength={2000}
        />
        <p>
          <Button>{t('protection.alarm.send')}</Button>
        </p>
      </form>
    </Panel>
  );
}

function columnsOf(t: Words): Column<ReadLine>[] {
  return [
    { head: t('protection.reads.when'), rowHeader: true, cell: ({ at }) => formatMoment(at) },
    {
      head: t('protection.reads.dossier'),
      class: 'nr',
      cell: ({ dossier }) => <a href={paths.readsOfDossier(dossier)}>{dossier}</a>,
    },
    { head: t('protection.reads.in-post'), class: 'wrapok', cell: (line) => postText(t, line) },
    {
      head: t('protection.reads.from'),
      labelled: true,
      cell: ({ address }) => address ?? t('protection.reads.nowhere'),
    },
    { head: t('protection.reads.why'), class: 'wrapok', cell: (line) => whyText(t, line) },
  ];
}
