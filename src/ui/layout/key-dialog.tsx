import type { Words } from '#platform/i18n/words.ts';
import { KeyHint } from '../components/key-hint.tsx';
import type { HelpLinks } from '../frame.ts';

export interface KeyRow {
  /** As printed: `Alt 1–5`. */
  readonly keys: string;
  readonly text: string;
}

interface KeyDialogProps {
  readonly t: Words;
  readonly keys: readonly KeyRow[];
  /** The head has the search that `/` leads to. */
  readonly find: boolean;
  readonly help?: HelpLinks | undefined;
}

/** The list under `?`. Short cuts of one letter can be switched off (WCAG 2.1.4). */
export function KeyDialog({ t, keys, find, help }: KeyDialogProps) {
  const rows = [
    ...keys,
    ...(find ? [{ keys: '/', text: t('ui.keys.find') }] : []),
    { keys: '?', text: t('ui.keys.this') },
  ];
  return (
    <dialog class="ds-dialog keys-dialog" id="phim-tat" aria-labelledby="phim-tat-ten">
      <div class="stack">
        <h2 id="phim-tat-ten" tabIndex={-1}>
          {t('ui.keys.title')}
        </h2>
        <dl class="facts" data-keys>
          {rows.map((row) => (
            <>
              <dt>
                <span class="ds-sr-only">{row.keys}</span>
                <KeyHint keys={row.keys} />
              </dt>
              <dd>{row.text}</dd>
            </>
          ))}
        </dl>
        <div class="ds-field">
          <input class="ds-input" type="checkbox" id="phim-don" data-single-keys checked />
          <label class="ds-label" for="phim-don">
            {t('ui.keys.single')}
          </label>
        </div>
        {help ? (
          <p class="row">
            <a href={help.page}>{t('ui.help.page')}</a>
            <a href={help.keys}>{t('ui.help.keys')}</a>
          </p>
        ) : null}
        <form method="dialog">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t('ui.keys.close')}
          </button>
        </form>
      </div>
    </dialog>
  );
}
