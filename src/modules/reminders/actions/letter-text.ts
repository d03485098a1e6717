import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { StandingLine } from '../store/standing.ts';
import { toDo } from './to-do.ts';

type Line = Pick<StandingLine, 'name' | 'numbered' | 'procedureName' | 'rule' | 'level' | 'by'>;

/** More is read on the page. */
const MOST_LINES = 50;

/**
 * What a letter of reminders says: number, procedure, what to do, until when, where. Nothing of a citizen; what has no
 * number yet is not named, because its reference opens it to who looks it up.
 */
export function letterText(
  t: Words,
  lines: readonly Line[],
  publicUrl: string,
): { readonly subject: string; readonly text: string } {
  const broken = lines.filter(({ level }) => level === 'broken').length;
  const all = `${publicUrl}/lam-viec/nhac-viec`;
  const parts = lines.slice(0, MOST_LINES).map((line) => {
    const { name, numbered, procedureName } = line;
    const words = { todo: toDo(t, line), procedure: procedureName, by: formatMoment(line.by) };
    return numbered
      ? t('reminders.mail.line', {
          ...{ ...words, number: name },
          link: `${publicUrl}/lam-viec/ho-so/${encodeURIComponent(name)}`,
        })
      : t('reminders.mail.line-unnumbered', { ...words, link: all });
  });
  return {
    subject: t('reminders.mail.subject', { n: lines.length, broken }),
    text: [
      t('reminders.mail.greeting'),
      ...parts,
      t('reminders.mail.all', { n: lines.length, link: all }),
      t('reminders.mail.foot', { link: `${all}/cach-nhan` }),
      '',
    ].join('\n\n'),
  };
}
