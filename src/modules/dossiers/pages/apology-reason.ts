import { formatCivilDate } from '#kernel/civil-date.ts';
import { incidentInWords } from '#modules/incidents/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { DraftedApology } from '../actions/draft-apology.ts';
import { officeTime } from './time-view.ts';

/** The reasons as the applicant will read them: a line each, offices and no persons. Words of papers: Vietnamese. */
export function draftedReason(t: Words, { step, held, awaited, incidents }: DraftedApology): string {
  return [
    ...(step ? [t('dossiers.apology.step', { step: step.name, office: step.officeName })] : []),
    ...(held.length > 0
      ? [
          t('dossiers.apology.held', {
            parts: held
              .map(({ officeName, minutes }) =>
                t('dossiers.apology.part', { office: officeName, time: officeTime(t, minutes) }),
              )
              .join('; '),
          }),
        ]
      : []),
    ...awaited.map(({ officeName, answerBy, outside }) =>
      outside
        ? t('dossiers.apology.awaited-outside', { body: officeName, date: formatCivilDate(answerBy) })
        : t('dossiers.apology.awaited', { office: officeName, date: formatCivilDate(answerBy) }),
    ),
    ...incidents.map((incident) => t('dossiers.apology.incident', { what: incidentInWords(t, incident) })),
  ].join('\n');
}
