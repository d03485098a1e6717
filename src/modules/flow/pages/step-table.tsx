import { groupThousands } from '#kernel/money.ts';
import { officeTime } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { StepFlow } from '../rules/flow-of-steps.ts';
import { type NameOf, shareInWords } from './way-words.ts';

interface StepTableProps {
  readonly t: Words;
  readonly caption: string;
  /** What a line is: a step, or what came between. */
  readonly head: string;
  readonly rows: readonly StepFlow[];
  readonly whole: number;
  readonly nameOf: NameOf;
  /** Says how many left it out. */
  readonly withSkipped: boolean;
}

export function StepTable({ t, caption, head, rows, whole, nameOf, withSkipped }: StepTableProps) {
  const number = (name: string, cell: (row: StepFlow) => string) => ({
    ...{ head: name, numeric: true, labelled: true, cell },
  });
  const skipped = number(t('flow.column.skipped'), ({ passed }) => groupThousands(whole - passed));
  return (
    <DataTable
      t={t}
      caption={caption}
      captionShown
      rows={rows}
      columns={[
        { head, rowHeader: true, class: 'wrapok', cell: ({ code }) => nameOf(code) },
        number(t('flow.column.dossiers'), ({ passed }) => groupThousands(passed)),
        number(t('flow.column.share'), ({ passed }) => shareInWords(passed, whole)),
        ...(withSkipped ? [skipped] : []),
        number(t('flow.column.again'), ({ again }) => groupThousands(again)),
        number(t('flow.column.median'), ({ passed, median }) => (passed === 0 ? '–' : officeTime(t, median))),
        number(t('flow.column.p90'), ({ passed, p90 }) => (passed === 0 ? '–' : officeTime(t, p90))),
      ]}
    />
  );
}
