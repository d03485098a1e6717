import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { noticed } from '../rules/away.ts';
import type { Incident } from '../rules/incident.ts';

/** `từ 08:00, 15/03/2022 đến 17:00, 16/03/2022`, or that it goes on. */
export function spanInWords(t: Words, { from, to }: Pick<Incident, 'from' | 'to'>): string {
  return to === null
    ? t('incidents.since', { from: formatMoment(from) })
    : t('incidents.span', { from: formatMoment(from), to: formatMoment(to) });
}

/** `Phần mềm Một Cửa không dùng được từ … đến …: nội dung`. */
export function incidentInWords(t: Words, incident: Incident): string {
  return t('incidents.in-words', {
    system: t(`incidents.system.${incident.system}`),
    span: spanInWords(t, incident),
    what: whatInWords(t, incident),
  });
}

/** What happened, as it was recorded, or as the program noticed it. */
export function whatInWords(t: Words, { what }: Pick<Incident, 'what'>): string {
  const code = noticed.find((one) => one === what);
  return code ? t(`incidents.noticed.${code}`) : what;
}
