import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { DossierEvent, EventOf } from '../rules/event.ts';

/** What people wrote with an event; nothing where there was nothing, or where it was erased by law. */
export function personalLines(t: Words, event: DossierEvent): string[] {
  switch (event.type) {
    case 'forwarded':
    case 'step-finished':
    case 'supplement-announced':
    case 'result-announced':
    case 'date-announced':
    case 'payment-asked':
    case 'signed-by-hand':
    case 'closed-for-silence':
    case 'decided':
      return note(t, event.personal?.note);
    case 'correction-asked':
    case 'supplement-asked':
      return [
        ...(event.personal?.items ?? []).map((item) => itemText(t, item)),
        ...reason(t, event.personal?.reason),
      ];
    case 'supplement-received': {
      const papers = (event.personal?.papers ?? []).map((paper) => paper.name).join('; ');
      return [
        ...(papers ? [t('dossiers.event.received-papers', { papers })] : []),
        ...note(t, event.personal?.note),
      ];
    }
    case 'data-corrected':
      return [
        t('dossiers.event.corrected-fields', {
          fields: event.body.fields.map((field) => t(`dossiers.field-group.${field}`)).join(', '),
        }),
        ...reason(t, event.personal?.reason),
      ];
    case 'taken-over':
      return takenOverLines(t, event);
    default:
      return endingLines(t, event);
  }
}

/** From which file and row, and what was written in the software before; the notes are gone once erased. */
function takenOverLines(t: Words, { body, personal }: EventOf<'taken-over'>): string[] {
  const { sha256, row } = body.source;
  return [
    t('dossiers.event.taken-from', { sha256: sha256.slice(0, 16), row }),
    ...(personal?.waitingFor ? [t('dossiers.event.waiting-for', { text: personal.waitingFor })] : []),
    ...(personal?.history ?? []).map(({ on, text }) =>
      on
        ? t('dossiers.event.old-note-on', { date: formatCivilDate(on), text })
        : t('dossiers.event.old-note', { text }),
    ),
    ...note(t, personal?.note),
  ];
}

/** What is asked for, and what is wrong with it where somebody wrote that. */
export function itemText(t: Words, item: { readonly name: string; readonly what: string }): string {
  return item.what ? t('dossiers.event.item', item) : item.name;
}

function endingLines(t: Words, event: DossierEvent): string[] {
  switch (event.type) {
    case 'handed-over':
      if (!event.personal) return [];
      return [
        t('dossiers.event.receiver', { name: event.personal.receiver.name }),
        ...(event.personal.proof ? [t('dossiers.event.proof', { text: event.personal.proof })] : []),
        ...(event.body.originalsReturned ? [t('dossiers.event.originals-returned')] : []),
      ];
    case 'receipt-refused':
      return event.personal ? [t('dossiers.event.missing', { text: event.personal.missing })] : [];
    case 'opinion-asked':
      return event.personal ? [t('dossiers.event.question', { text: event.personal.question })] : [];
    case 'opinion-answered':
      return event.personal ? [t('dossiers.event.answer', { text: event.personal.answer })] : [];
    case 'payment-recorded':
      return event.personal ? [t('dossiers.event.proof', { text: event.personal.proof })] : [];
    case 'late-cause-corrected':
      return [
        ...reason(t, event.personal?.reason),
        ...(event.personal?.evidence
          ? [t('dossiers.event.evidence', { text: event.personal.evidence })]
          : []),
      ];
    case 'not-accepted':
    case 'acceptance-annulled':
    case 'procedure-corrected':
    case 're-appointed':
    case 'step-returned':
    case 'reassigned':
    case 'decision-taken-back':
    case 'withdrawn':
    case 'stopped':
      return reason(t, event.personal?.reason);
    default:
      return [];
  }
}

function note(t: Words, text: string | null | undefined): string[] {
  return text ? [t('dossiers.event.note', { text })] : [];
}

function reason(t: Words, text: string | null | undefined): string[] {
  return text ? [t('dossiers.event.reason', { text })] : [];
}
