import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { listConfirmedDays } from '#modules/calendar/index.ts';
import { listFeeExemptions } from '#modules/catalogue/index.ts';
import { listConfirmedCodes, mapOwnerNames } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { UncheckedKind } from '../rules/unchecked.ts';
import { listConfirmations } from '../store.ts';

export interface ConfirmedItem {
  readonly kind: UncheckedKind;
  readonly title: string;
  readonly source: string;
  readonly by: string;
  readonly at: Instant;
}

/** Who confirmed what by which source, wherever it was done; the latest first. */
export async function listConfirmed(q: Queries, limit: number): Promise<ConfirmedItem[]> {
  const days = await listConfirmedDays(q, limit);
  const codes = await listConfirmedCodes(q, limit);
  const names = await mapOwnerNames(
    q,
    [...days, ...codes].map((one) => one.recordedBy),
  );
  const here = await listConfirmations(q);
  const all: ConfirmedItem[] = [
    ...here.map(({ kind, key, source, confirmedByName, at }) => ({
      kind,
      title: key,
      source,
      by: confirmedByName,
      at,
    })),
    ...days.map((day) => ({
      kind: 'calendar-day' as const,
      title: `${formatCivilDate(day.date)}, ${day.name}`,
      source: day.notice,
      by: names.get(day.recordedBy) ?? '',
      at: day.at,
    })),
    ...(await exemptions(q)),
    ...codes.map((code) => ({
      kind: 'agency-code' as const,
      title: `${code.officeName}: ${code.agencyCode}`,
      source: code.basis,
      by: names.get(code.recordedBy) ?? '',
      at: code.recordedAt,
    })),
  ];
  return all.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit);
}

async function exemptions(q: Queries): Promise<ConfirmedItem[]> {
  return (await listFeeExemptions(q)).flatMap(({ name, checked }) =>
    checked
      ? [
          {
            kind: 'fee-exemption',
            title: name.vi,
            source: checked.source,
            by: checked.name,
            at: checked.at,
          } as const,
        ]
      : [],
  );
}
