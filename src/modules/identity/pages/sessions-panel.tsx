import { dateOf, formatCivilDate, timeOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { paths } from './page-deps.ts';

export interface ShownSession {
  readonly id: string;
  readonly lastSeenAt: Instant;
  readonly address: string;
  readonly here: boolean;
}

interface SessionsPanelProps {
  readonly frame: DeskFrame;
  readonly sessions: readonly ShownSession[];
}

/** Where the account is signed in; all but this one can be ended with one press. */
export function SessionsPanel({ frame, sessions }: SessionsPanelProps) {
  const { t } = frame;
  return (
    <Panel id="phien" title={t('identity.sessions.title')}>
      <ul class="plain">
        {sessions.map(({ id, lastSeenAt, address, here }) => {
          const time = `${timeOf(lastSeenAt)} ${formatCivilDate(dateOf(lastSeenAt))}`;
          return (
            <li key={id}>
              {t('identity.sessions.one', { address, time })}
              {here ? <strong> {t('identity.sessions.here')}</strong> : null}
            </li>
          );
        })}
      </ul>
      <form method="post" action={paths.sessions}>
        <CsrfField token={frame.csrf} />
        <Button variant="secondary">{t('identity.sessions.end-others')}</Button>
      </form>
    </Panel>
  );
}
