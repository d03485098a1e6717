import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { Alarm } from '../store/alarms.ts';
import { paths } from './page-deps.ts';

/** An alarm with the name of who is meant and how much was read by now. */
export interface AlarmLine extends Alarm {
  readonly name: string;
  readonly count: number;
}

/** The open alarms on the officer's first page. */
export function AlarmList({ t, alarms }: { readonly t: Words; readonly alarms: readonly AlarmLine[] }) {
  if (alarms.length === 0) return <p class="subtle">{t('protection.alarms.none')}</p>;
  return (
    <ul class="stack gap-2">
      {alarms.map((alarm) => (
        <li>
          <State icon="alert" tone="danger">
            <a href={paths.alarm(alarm.id)}>{alarm.name}</a>
          </State>
          <br />
          {alarmText(t, alarm)}
        </li>
      ))}
    </ul>
  );
}

export function alarmText(t: Words, { day, count, moreThan }: AlarmLine): string {
  return t('protection.alarms.said', { day: formatCivilDate(day), count, most: moreThan });
}
