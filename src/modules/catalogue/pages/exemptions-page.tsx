import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { FeeExemption } from '../rules/exemption.ts';
import { NEW_GROUP } from '../rules/read-exemption.ts';
import { CheckState } from './exemption-state.tsx';
import { percentInWords, scopeInWords, spanInWords } from './exemption-words.ts';
import { paths } from './paths.ts';

/** A group with what holds today, and what comes. */
export interface ExemptionLine {
  readonly group: string;
  /** The last word about it. */
  readonly last: FeeExemption;
  readonly today: FeeExemption | undefined;
  readonly coming: FeeExemption | undefined;
}

interface ExemptionsPageProps {
  readonly frame: DeskFrame;
  readonly lines: readonly ExemptionLine[];
}

/** Who pays less: every group with what holds today. */
export function ExemptionsPage({ frame, lines }: ExemptionsPageProps) {
  const { t } = frame;
  const title = t('catalogue.exemptions.title');
  const unchecked = lines.filter(({ last }) => last.unverified).length;
  const crumbs = [{ label: t('catalogue.admin') }, { label: title }];
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <PageTitle
        title={title}
        note={t('catalogue.exemptions.note')}
        aside={<PrintButton>{t('catalogue.local-fees.print')}</PrintButton>}
      />
      <div class="stack">
        <div class="row">
          <a class="ds-button no-print" data-variant="secondary" href={paths.exemption(NEW_GROUP)}>
            {t('catalogue.exemptions.add')}
          </a>
          {unchecked > 0 ? (
            <State icon="alert" tone="warning">
              {t('catalogue.exemptions.unchecked', { n: unchecked, all: lines.length })}
            </State>
          ) : null}
        </div>
        {lines.length === 0 ? (
          <Empty title={t('catalogue.exemptions.none')}>{t('catalogue.exemptions.none-now')}</Empty>
        ) : (
          <DataTable t={t} caption={title} columns={columns(frame)} rows={lines} walkable />
        )}
      </div>
    </DeskLayout>
  );
}

function columns({ t, language }: DeskFrame): Column<ExemptionLine>[] {
  return [
    {
      head: t('catalogue.exemption.group'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ group, last }) => <a href={paths.exemption(group)}>{last.name[language]}</a>,
    },
    { head: t('catalogue.exemption.percent'), class: 'wrapok', cell: (line) => nowAndNext(t, line) },
    {
      head: t('catalogue.exemption.scope'),
      class: 'wrapok',
      cell: ({ last }) => scopeInWords(t, last),
    },
    { head: t('catalogue.local-fees.since'), cell: ({ last }) => spanInWords(t, last) },
    { head: t('catalogue.exemption.basis'), class: 'wrapok', cell: ({ last }) => last.basis },
    {
      head: t('catalogue.exemption.check'),
      class: 'wrapok',
      cell: ({ last }) => <CheckState t={t} exemption={last} />,
    },
  ];
}

function nowAndNext(t: Words, { today, coming }: ExemptionLine) {
  const now = today ? percentInWords(t, today) : t('catalogue.exemption.not-in-force');
  if (!coming) return now;
  const next = { what: percentInWords(t, coming), from: formatCivilDate(coming.validFrom) };
  return `${now}. ${t('catalogue.exemption.coming', next)}`;
}
