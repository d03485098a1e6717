import { dateOf, dayNumber } from '#kernel/civil-date.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { MailDeps } from '../deps.ts';
import { mayGetLetters } from '../rules/mail-domains.ts';
import { insertLetter } from '../store/letters.ts';
import { findMailDomains } from '../store/mail-domains.ts';
import { listWanting } from '../store/preferences.ts';

/** Name of the job that hands one letter in. */
export const SEND_LETTER = 'reminders-send-letter';

/**
 * A letter for everybody who wants them at once, or the one of a working morning, with what is in none yet. Done twice,
 * or by two at the same time, there is one. Legal time; without a mail server nothing is
 * written, nor to an address that is none of the authority.
 */
export async function writeLetters(deps: MailDeps, way: 'at-once' | 'daily'): Promise<number> {
  const { db, mail, clock, random, machineMs } = deps;
  if (!mail) return 0;
  const madeAt = clock.now();
  const today = dateOf(madeAt);
  if (way === 'daily' && !(await workCalendarFor(db, null)).counts(dayNumber(today))) return 0;
  const day = way === 'daily' ? today : null;
  let written = 0;
  const domains = (await findMailDomains(db))?.domains ?? [];
  for (const { accountId, address } of await listWanting(db, way)) {
    if (!mayGetLetters(address, domains)) continue; // stays to be written for when there is an address of work
    const id = random.uuid(machineMs());
    const isNew = await inTransaction(db, async (tx) => {
      if (!(await insertLetter(tx, { id, accountId, day, madeAt }))) return false;
      await enqueue(tx, SEND_LETTER, { id }, { key: `${SEND_LETTER} ${id}`, queue: 'mail' });
      return true;
    });
    if (isNew) written += 1;
  }
  return written;
}
