import type { Words } from '#platform/i18n/words.ts';

/** Inside a form with `data-autosave`: says when the draft was last kept. `savedAt` is the time of the last draft. */
export function AutosaveStatus({ t, savedAt }: { readonly t: Words; readonly savedAt?: string | undefined }) {
  return (
    <p
      class="small subtle"
      role="status"
      data-autosave-status
      data-saved={t('ui.autosave.saved', { time: '{time}' })}
      data-failed={t('ui.autosave.failed')}
    >
      {savedAt ? t('ui.autosave.saved', { time: savedAt }) : ''}
    </p>
  );
}
