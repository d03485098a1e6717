import type { Words } from '#platform/i18n/words.ts';

export function SkipLink({ t }: { readonly t: Words }) {
  return (
    <a class="ds-skip-link" href="#noi-dung">
      {t('ui.nav.skip')}
    </a>
  );
}
