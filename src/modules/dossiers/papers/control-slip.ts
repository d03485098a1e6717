import type { ControlSlipContent, PaperHandOver, PaperResultHandOver } from '#modules/documents/index.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import { type HandOver, handOvers } from '../rules/hand-overs.ts';
import { dateOnRecord } from '../rules/said-dates.ts';
import { head, limitInWords, type PaperFrame, paperRows, partyOnPaper } from './parts.ts';

/** Form 05 (2018) / 06 (2025): complete from the history, without anybody typing it. */
export function controlSlipContent(
  frame: PaperFrame,
  dossier: Dossier,
  events: readonly DossierEvent[],
): ControlSlipContent {
  const { filing, personal } = dossier;
  const [applicant] = personal?.applicants ?? [];
  if (!applicant || !dossier.number || !dossier.receivedAt)
    throw new Error('only an accepted dossier has a slip');
  return {
    ...head(frame, 'one-stop'),
    dossierNumber: dossier.number,
    applicant: partyOnPaper(applicant),
    owner: null,
    procedure: { code: filing.procedure.code, name: filing.procedure.name },
    receivedAt: dossier.receivedAt,
    limit: limitInWords(filing.limit, frame.t),
    dueAt: dateOnRecord(dossier, events),
    papers: paperRows(personal?.papers ?? [], frame.t),
    sets: filing.sets,
    handOvers: [
      ...beforeTakeOver(events, frame),
      ...handOvers(dossier.id, events).map((row) => rowOnPaper(row, frame)),
    ],
    resultHandOvers: resultHandOvers(dossier, events, frame),
  };
}

/** Who held it before is in the books of the software before; nobody here answers for that time. */
function beforeTakeOver([first]: readonly DossierEvent[], { t }: PaperFrame): PaperHandOver[] {
  if (first?.type !== 'taken-over') return [];
  const { standing, filing, steps } = first.body;
  const step = 'stepIndex' in standing ? steps[standing.stepIndex] : undefined;
  return [
    {
      from: t('dossiers.paper.old-software'),
      handedBy: null,
      to: step?.officeName ?? filing.intakeOfficeName,
      receivedBy: null,
      at: first.at,
      timeliness: null,
      note: t('dossiers.paper.taken-over'),
    },
  ];
}

function rowOnPaper(line: HandOver, { t }: PaperFrame): PaperHandOver {
  const { refused, note, handedFor, receivedFor, ...row } = line;
  const said = refused ? t('dossiers.paper.refused-receipt', { missing: note ?? '' }) : note;
  const instead = (name: string | null, absent: string | null) =>
    name && absent ? t('dossiers.paper.name-instead', { name, absent }) : name;
  return {
    ...row,
    handedBy: instead(row.handedBy, handedFor),
    receivedBy: instead(row.receivedBy, receivedFor),
    note: said,
  };
}

function resultHandOvers(
  dossier: Dossier,
  events: readonly DossierEvent[],
  { t }: PaperFrame,
): PaperResultHandOver[] {
  const rows: PaperResultHandOver[] = [];
  for (const event of events) {
    if (event.type === 'decided' || event.type === 'signed-by-hand')
      rows.push({
        from: event.by.officeName,
        handedBy: event.by.name,
        to: dossier.filing.intakeOfficeName,
        receivedBy: null,
        at: event.at,
        result: t('dossiers.paper.result-number', { number: event.body.resultNumber }),
        note:
          event.type === 'decided' && event.body.outcome === 'refused' ? t('dossiers.outcome.refused') : null,
      });
    if (event.type === 'handed-over')
      rows.push({
        from: event.by.officeName,
        handedBy: event.by.name,
        to: t('dossiers.paper.citizen'),
        receivedBy: event.personal?.receiver.name ?? null,
        at: event.at,
        result: t('dossiers.paper.result-number', { number: dossier.resultNumber ?? '' }),
        note: null,
      });
  }
  return rows;
}
