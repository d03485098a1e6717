import { groupThousands } from '#kernel/money.ts';
import { bytes, notFound, page, type Reply } from '#platform/http/route.ts';
import { writeSheet, XLSX } from '#platform/sheets/write-sheet.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import type { ReportItem } from '../known-report.ts';
import type { AskedNumber, AskingNumber } from './asked-number.ts';
import { NumberFrame, titleOfNumber } from './number-frame.tsx';
import type { As } from './number-list.tsx';
import type { ReportPageDeps } from './page-deps.ts';

/** The procedures that a number counts, and how it counts them. */
export async function itemsList(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
  as: As,
): Promise<Reply> {
  const { t, legalNow: now } = request;
  const { asked, line, column } = number;
  const found = await asked.report.items?.(deps.db, asked.asked, { line, column }, now);
  if (!found?.ok) return notFound();
  const items = found.value;
  const [code, name] = [t('reports.items.code'), t('reports.items.name')];
  const title = titleOfNumber(t, number);
  if (as === 'sheet') {
    const heads = [
      { head: code, width: 16 },
      { head: name, width: 80 },
    ];
    const file = await writeSheet(
      title,
      heads,
      items.map((one) => [one.code, one.name]),
    );
    return bytes(file, XLSX, `${asked.report.slug}-thu-tuc.xlsx`);
  }
  return page(
    <NumberFrame
      {...{ frame: await deps.deskFrame(request), number, path: '/ho-so', now }}
      count={t('reports.items.count', { n: groupThousands(items.length) })}
    >
      {items.length > 0 ? (
        <DataTable
          t={t}
          caption={title}
          rows={items}
          columns={[
            { head: code, rowHeader: true, cell: (one: ReportItem) => one.code },
            { head: name, class: 'wrapok', cell: (one) => one.name },
          ]}
        />
      ) : null}
    </NumberFrame>,
  );
}
