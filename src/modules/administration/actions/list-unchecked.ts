import { createHash } from 'node:crypto';
import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { listUncheckedDays } from '#modules/calendar/index.ts';
import { listUncheckedExemptions, listUncheckedProcedures } from '#modules/catalogue/index.ts';
import { listUncheckedTemplates } from '#modules/documents/index.ts';
import { listUnconfirmedCodes } from '#modules/identity/index.ts';
import { listUncheckedSuccessions } from '#modules/places/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { stillUnchecked, type UncheckedItem } from '../rules/unchecked.ts';
import { listConfirmations } from '../store.ts';

export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Everything loaded and not checked, as one list; some hundred at most. */
export async function listUnchecked(q: Queries, today: CivilDate): Promise<UncheckedItem[]> {
  const items = [
    ...(await agencyCodes(q, today)),
    ...(await calendarDays(q)),
    ...(await procedures(q)),
    ...(await exemptions(q)),
    ...(await places(q)),
    ...(await templates(q)),
  ];
  return stillUnchecked(items, await listConfirmations(q), digestOf);
}

async function agencyCodes(q: Queries, today: CivilDate): Promise<UncheckedItem[]> {
  return (await listUnconfirmedCodes(q, today)).map((agency) => ({
    kind: 'agency-code',
    key: agency.id,
    title: agency.name,
    detail: agency.agencyCode ?? 'code:no-code',
    content: `${agency.id} ${agency.agencyCode ?? ''}`,
    href: `/quan-tri/ma-dinh-danh/${agency.id}`,
  }));
}

async function calendarDays(q: Queries): Promise<UncheckedItem[]> {
  return (await listUncheckedDays(q)).map((day) => ({
    kind: 'calendar-day',
    key: day.date,
    title: `${formatCivilDate(day.date)}, ${day.name}`,
    detail: day.source || 'code:estimated',
    content: `${day.date} ${day.kind} ${day.name}`,
    href: `/quan-tri/lich/${day.date.slice(0, 4)}/xac-nhan`,
  }));
}

async function procedures(q: Queries): Promise<UncheckedItem[]> {
  return (await listUncheckedProcedures(q)).map((one) => ({
    kind: 'procedure',
    key: one.code,
    title: `${one.code} ${one.name}`,
    detail: one.unverified.length > 0 ? one.unverified.join(', ') : `code:${one.confidence}`,
    content: one.versionId,
    href: null,
  }));
}

async function exemptions(q: Queries): Promise<UncheckedItem[]> {
  return (await listUncheckedExemptions(q)).map((one) => ({
    kind: 'fee-exemption',
    key: one.id,
    title: one.name.vi,
    detail: one.basis,
    content: one.id,
    href: `/quan-tri/mien-giam/${one.key}`,
  }));
}

async function places(q: Queries): Promise<UncheckedItem[]> {
  return (await listUncheckedSuccessions(q)).map((one) => ({
    kind: 'place',
    key: `${one.oldCode}-${one.newCode}`,
    title: `${one.oldName} (${one.oldCode}) → ${one.newName} (${one.newCode})`,
    detail: formatCivilDate(one.onDay),
    content: `${one.oldCode} ${one.newCode} ${one.onDay}`,
    href: null,
  }));
}

async function templates(q: Queries): Promise<UncheckedItem[]> {
  return (await listUncheckedTemplates(q)).map((one) => ({
    kind: 'template',
    key: `${one.regime}-${one.purpose}-${one.version}`,
    title: `purpose:${one.purpose}`,
    detail: [one.formNumber ?? '', one.basis].filter(Boolean).join(', '),
    content: `${one.regime} ${one.purpose} ${one.version}`,
    href: null,
  }));
}
