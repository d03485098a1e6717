import { z } from 'zod';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { countAgain, standingStill } from '../rules/count-again.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { OutsideBody } from '../rules/outside-bodies.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { effectsOf } from './effects-of.ts';
import { perform } from './perform.ts';

export interface OpinionRequest {
  readonly officeId: string;
  /** Instead of an office: a body outside this system; who holds the dossier says later what it answered. */
  readonly outside?: OutsideBody | undefined;
  readonly question: string;
  readonly answerBy: CivilDate | null;
  /** It is a question for whose answer the law of the procedure leaves the wait out. */
  readonly suspends?: boolean;
}

const isId = (text: string) => z.uuid().safeParse(text).success;

/** Another office is asked, with content and date (NĐ 61/2018 Điều 19 khoản 5); from now on it may read the dossier. */
export function askOpinion(
  deps: DossierDeps,
  press: PressOnDossier,
  { officeId, outside, question, answerBy, suspends = false }: OpinionRequest,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'ask-opinion', async (tx, dossier, _post, now) => {
    if (!outside && !isId(officeId)) return refused('dossiers/no-office-chosen', undefined, 'officeId');
    if (!answerBy) return refused('dossiers/answer-date-missing', undefined, 'answerBy');
    const asked = outside
      ? waitedFor(deps, dossier, outside)
      : await deps.stores.findInForceWithAgency(tx, officeId, dateOf(now));
    if (!asked) return refused('dossiers/no-office-chosen', undefined, 'officeId');
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    const still = countAgain(calendar, standingStill(dossier, now));
    if (!still) throw new Error('a dossier in work counts');
    const effects = await effectsOf(tx, deps, dossier, now);
    const whom = 'office' in asked ? { officeId, officeName: asked.office.name } : asked;
    return accepted({ ...whom, question, answerBy, suspends, still, effects });
  });
}

/** Who holds the dossier waits for it, and says what it answered. */
function waitedFor({ paperWords }: DossierDeps, { holder }: Dossier, outside: OutsideBody) {
  if (!holder) throw new Error('a dossier in work is held');
  return { officeId: holder.officeId, officeName: paperWords(`dossiers.outside.${outside}`), outside };
}
