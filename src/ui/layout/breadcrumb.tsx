import type { Words } from '#platform/i18n/words.ts';

export interface Crumb {
  /** The last one, this page, has none. */
  readonly href?: string | undefined;
  readonly label: string;
}

export function Breadcrumb({ t, crumbs }: { readonly t: Words; readonly crumbs: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={t('ui.nav.trail')}>
      <div class="wrap">
        <ol class="trail">
          {crumbs.map((crumb) =>
            crumb.href ? (
              <li>
                <a href={crumb.href}>{crumb.label}</a>
              </li>
            ) : (
              <li aria-current="page">{crumb.label}</li>
            ),
          )}
        </ol>
      </div>
    </nav>
  );
}
