import type { Words } from '#platform/i18n/words.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import { type Dossier, nameOf } from '../rules/dossier.ts';
import { shortNameOf } from './dossier-view.ts';
import { paths } from './page-deps.ts';

/** The list that a dossier stands in. */
export function listCrumb(t: Words, { training }: Pick<Dossier, 'training'>): Crumb {
  return training
    ? { href: paths.training, label: t('dossiers.training.title') }
    : { href: paths.list, label: t('dossiers.page.dossiers') };
}

/** The way to a page below a dossier. */
export function crumbsOf(t: Words, dossier: Dossier, last: string): Crumb[] {
  return [
    listCrumb(t, dossier),
    { href: paths.dossier(nameOf(dossier)), label: shortNameOf(dossier) },
    { label: last },
  ];
}
