import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SeenStandIns } from './seen-stand-ins.tsx';

export interface BulkIds {
  readonly csrf: string;
  readonly key: string;
  /** By which substitutions and delegations the page was shown. */
  readonly standsIn: string;
}

/** How many lines are ticked, and one press for all that are shown. */
export function SelectedLines({ t }: { readonly t: Words }) {
  return (
    <>
      <span data-selected={t('dossiers.bulk.selected')}>{t('dossiers.bulk.with-selected')}</span>
      <span class="needs-script" data-select-all>
        <Button type="button" variant="tertiary" shortcut="X">
          {t('dossiers.bulk.select-all')}
        </Button>
      </span>
    </>
  );
}

/** What every press on many carries. */
export function BulkFields({ ids }: { readonly ids: BulkIds }) {
  return (
    <>
      <CsrfField token={ids.csrf} />
      <input type="hidden" name="key" value={ids.key} />
      <SeenStandIns ids={ids.standsIn} />
    </>
  );
}
