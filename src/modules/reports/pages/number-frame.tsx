import type { ComponentChildren } from 'preact';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type AskedNumber, type NumberPath, numberHref } from './asked-number.ts';
import { REPORTS_PATH } from './page-deps.ts';
import { reportHref } from './report-asked.ts';
import { noteOf } from './report-page.tsx';

/** `Phòng Tư pháp: Quá hạn`. */
export function titleOfNumber(t: Words, { asked, line, column }: AskedNumber): string {
  const words = asked.report.words(t, asked.asked.clock);
  return t('reports.behind.title', { line: words.label(line), column: words.column(column) });
}

interface NumberFrameProps {
  readonly frame: DeskFrame;
  readonly number: AskedNumber;
  readonly path: NumberPath;
  /** How much it counts. */
  readonly count: string;
  readonly now: Instant;
  readonly children: ComponentChildren;
}

/** What stands around the list of what a number counts: which number, how much and how it counts, the sheet. */
export function NumberFrame({ frame, number, path, count, now, children }: NumberFrameProps) {
  const { t } = frame;
  const { asked, line, column } = number;
  const words = asked.report.words(t, asked.asked.clock);
  const title = titleOfNumber(t, number);
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[
        { label: t('reports.all.title'), href: REPORTS_PATH },
        { label: words.title, href: reportHref(asked) },
        { label: title },
      ]}
    >
      <PageTitle
        title={title}
        note={noteOf(t, asked, now)}
        aside={<a href={numberHref(number, `${path}.xlsx`)}>{t('reports.behind.sheet')}</a>}
      />
      <div class="stack">
        <p>
          {count} {words.rule(column, line)}
        </p>
        {children}
      </div>
    </DeskLayout>
  );
}
