import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SeenStandIns } from './seen-stand-ins.tsx';

interface BulkFieldsProps {
  readonly ids: { readonly csrf: string; readonly key: string; readonly standsIn: string };
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
export function BulkFields({ ids }: BulkFieldsProps) {
  return (
    <>
      <CsrfField token={ids.csrf} />
      <input type="hidden" name="key" value={ids.key} />
      <SeenStandIns ids={ids.standsIn} />
    </>
  );
}
