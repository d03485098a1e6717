import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { MailDeps } from '../deps.ts';
import { mayGetLetters } from '../rules/mail-domains.ts';
import { findWaiting, listOfLetter, setDropped, setSent } from '../store/letters.ts';
import { findMailDomains } from '../store/mail-domains.ts';
import { letterText } from './letter-text.ts';

/** What could not be handed in for so long is on the pages anyway. */
const LONGEST_MS = 3 * 24 * 3_600_000;

/**
 * Hands a letter in, with what of it still stands. Throws when the mail server is away or refuses: the queue tries again.
 * Broken off after it was handed in it goes out a second time under the same id.
 */
export async function sendLetter(deps: MailDeps, id: string): Promise<'sent' | 'dropped' | 'none'> {
  const { db, mail, machineMs } = deps;
  const letter = await findWaiting(db, id);
  if (!letter) return 'none';
  const lines = await listOfLetter(db, id, letter.accountId);
  const { address } = letter;
  const domains = (await findMailDomains(db))?.domains ?? [];
  const goes = mail !== null && address !== null && mayGetLetters(address, domains);
  if (!goes || lines.length === 0 || isOld(letter.madeAt, deps.clock.now())) {
    await setDropped(db, id);
    return 'dropped';
  }
  await mail.send({ id, to: address, ...letterText(deps.words, lines, deps.publicUrl) });
  await setSent(db, id, instantOfMs(machineMs()));
  return 'sent';
}

const isOld = (madeAt: Instant, now: Instant) => msOfInstant(now) - msOfInstant(madeAt) > LONGEST_MS;
