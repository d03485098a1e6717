import type { Words } from '#platform/i18n/words.ts';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { KnownReport } from '../known-report.ts';
import type { FrozenLine } from '../store/frozen.ts';
import { FrozenList } from './frozen-list.tsx';
import { REPORTS_PATH, TIMELINESS_PATH } from './page-deps.ts';

interface ReportsPageProps {
  readonly frame: DeskFrame;
  readonly reports: readonly KnownReport[];
  readonly frozen: readonly FrozenLine[];
}

/** Which reports there are, and those that were given away. */
export function ReportsPage({ frame, reports, frozen }: ReportsPageProps) {
  const { t } = frame;
  const title = t('reports.all.title');
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle title={title} note={t('reports.all.note')} />
      <div class="stack">
        <ul class="plain stack gap-2">
          {reports.map((report) => (
            <ReportLink t={t} report={report} />
          ))}
          <li>
            <a href={TIMELINESS_PATH}>{t('reports.timeliness.title')}</a>
          </li>
        </ul>
        <FrozenList {...{ t, reports }} lines={frozen} />
      </div>
    </DeskLayout>
  );
}

function ReportLink({ t, report }: { readonly t: Words; readonly report: KnownReport }) {
  const { title, form } = report.words(t);
  return (
    <li>
      <a href={`${REPORTS_PATH}/${report.slug}`}>{title}</a>
      {form ? <div class="small subtle">{form}</div> : null}
    </li>
  );
}
