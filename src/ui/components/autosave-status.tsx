import type { ComponentChildren } from 'preact';
import type { Words } from '#platform/i18n/words.ts';
import { Icon } from './icon.tsx';

interface AutosaveStatusProps {
  readonly t: Words;
  /** Time of the last draft. */
  readonly savedAt?: string | undefined;
  /** The way out when another window has saved since: shown when that is so. */
  readonly conflict?: ComponentChildren;
}

/** Inside a form with `data-autosave`: says when the draft was last kept, or at once why it is not. */
export function AutosaveStatus({ t, savedAt, conflict }: AutosaveStatusProps) {
  return (
    <div class="autosave stack tight">
      <Icon name="alert" />
      <p
        class="small subtle"
        role="status"
        data-autosave-status
        data-saved={t('ui.autosave.saved', { time: '{time}' })}
        data-no-answer={t('ui.autosave.no-answer')}
        data-away={t('ui.autosave.away')}
        data-signed-out={t('ui.autosave.signed-out')}
      >
        {savedAt ? t('ui.autosave.saved', { time: savedAt }) : ''}
      </p>
      {conflict ? (
        <div class="row small" data-autosave-conflict hidden>
          {conflict}
        </div>
      ) : null}
    </div>
  );
}
