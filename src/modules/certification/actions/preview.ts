import type { Instant } from '#kernel/instant.ts';
import { type Dong, dong } from '#kernel/money.ts';
import { type DueDate, dueDate } from '#kernel/working-time/due-date.ts';
import type { Limit } from '#kernel/working-time/limit.ts';
import { adjustedLimit, clockLimit, limitOfCase } from '#modules/catalogue/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { type FeeLine, feeLines, isExempt } from '../rules/fee-lines.ts';
import { type Fields, textOf } from '../rules/fields.ts';
import { Problems } from '../rules/problems.ts';
import { readAddedTime } from '../rules/read-request.ts';
import type { OpenedPage } from './open-page.ts';

/** What the press would cost and promise now; the press reckons again at its own moment. */
export interface Preview {
  readonly lines: readonly FeeLine[];
  readonly total: Dong;
  readonly exempt: boolean;
  readonly limit: Limit | null;
  readonly due: DueDate;
}

export async function previewOf(
  deps: CertificationDeps,
  opened: OpenedPage,
  fields: Fields,
  now: Instant,
): Promise<Preview> {
  const { procedure, oneStop, offer } = opened;
  const lines = feeLines(fields, offer);
  const exempt = isExempt(fields, offer);
  const limit = limitOf(opened, fields);
  const cutoff = limitOfCase(procedure, textOf(fields, 'case') || null)?.cutoff ?? null;
  const calendar = await deps.calendarFor(deps.db, oneStop.id);
  return {
    lines,
    total: dong(exempt ? 0 : lines.reduce((sum, { fee }) => sum + (fee?.amount ?? 0), 0)),
    exempt,
    limit,
    due: dueDate(calendar, { received: now, limit, cutoff }),
  };
}

/** With the time that is added for a reason; an impossible addition is said when it is sent, not here. */
function limitOf({ procedure, offer }: OpenedPage, fields: Fields): Limit | null {
  const caseKey = textOf(fields, 'case') || null;
  const added = readAddedTime(fields, offer, new Problems());
  const longer = added && adjustedLimit(procedure, caseKey, added);
  if (longer?.ok) return longer.value;
  const found = limitOfCase(procedure, caseKey);
  return found ? clockLimit(found) : null;
}
