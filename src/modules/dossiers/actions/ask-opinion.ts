import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

export interface OpinionRequest {
  readonly officeId: string;
  readonly question: string;
  readonly answerBy: CivilDate | null;
}

/** Another office is asked, with content and date (NĐ 61/2018 Điều 19 khoản 5); from now on it may read the dossier. */
export function askOpinion(
  deps: DossierDeps,
  press: PressOnDossier,
  { officeId, question, answerBy }: OpinionRequest,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'ask-opinion', async (tx) => {
    if (!officeId) return refused('dossiers/no-office-chosen', undefined, 'officeId');
    if (!answerBy) return refused('dossiers/answer-date-missing', undefined, 'answerBy');
    const office = await deps.stores.getOffice(tx, officeId);
    return accepted({ officeId, officeName: office.name, question, answerBy });
  });
}
