import { groupThousands } from '#kernel/money.ts';
import { officeTime } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { againstDesign } from '../rules/against-design.ts';
import { earlyEnds } from '../rules/moves.ts';
import type { Variant } from '../rules/variants.ts';
import { deviationInWords, type NameOf, shareInWords } from './way-words.ts';

/** The rest is summed in one line. */
const MOST_SHOWN = 20;

interface VariantTableProps {
  readonly t: Words;
  readonly variants: readonly Variant[];
  readonly whole: number;
  /** Null: nobody knows how it was designed. */
  readonly design: readonly string[] | null;
  readonly nameOf: NameOf;
}

export function VariantTable({ t, variants, whole, design, nameOf }: VariantTableProps) {
  const rest = variants.slice(MOST_SHOWN);
  const dossiers = rest.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <DataTable
        t={t}
        caption={t('flow.variants.caption')}
        captionShown
        rows={variants.slice(0, MOST_SHOWN)}
        columns={[...columnsOf(t, whole, nameOf), ...(design ? [deviationColumn(t, design, nameOf)] : [])]}
      />
      {rest.length > 0 ? (
        <p class="subtle">
          {t('flow.variants.rest', { n: groupThousands(rest.length), dossiers: groupThousands(dossiers) })}
        </p>
      ) : null}
    </>
  );
}

function columnsOf(t: Words, whole: number, nameOf: NameOf): Column<Variant>[] {
  return [
    {
      head: t('flow.variants.way'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ moves }) => <Moves moves={moves} nameOf={nameOf} />,
    },
    {
      head: t('flow.column.dossiers'),
      numeric: true,
      labelled: true,
      cell: ({ count }) => groupThousands(count),
    },
    {
      head: t('flow.column.share'),
      numeric: true,
      labelled: true,
      cell: ({ count }) => shareInWords(count, whole),
    },
    {
      head: t('flow.column.median'),
      numeric: true,
      labelled: true,
      cell: ({ median }) => officeTime(t, median),
    },
    { head: t('flow.column.p90'), numeric: true, labelled: true, cell: ({ p90 }) => officeTime(t, p90) },
  ];
}

function deviationColumn(t: Words, design: readonly string[], nameOf: NameOf): Column<Variant> {
  return {
    head: t('flow.variants.against'),
    class: 'wrapok',
    labelled: true,
    cell: ({ moves }) => {
      const words = deviationInWords(t, againstDesign(design, moves, earlyEnds), nameOf);
      return words.length === 0 ? t('flow.variants.as-designed') : words.join('; ');
    },
  };
}

function Moves({ moves, nameOf }: { readonly moves: readonly string[]; readonly nameOf: NameOf }) {
  return (
    <ol class="moves">
      {moves.map((code) => (
        <li>{nameOf(code)}</li>
      ))}
    </ol>
  );
}
