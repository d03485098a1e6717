import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Icon } from '#ui/components/icon.tsx';
import { KeyHint } from '#ui/components/key-hint.tsx';
import { listMyWork } from '../actions/list-my-work.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

/** Where the dossier stands in the reader's own work. */
export interface Place {
  readonly at: number;
  readonly of: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

const MOST = 200;

/** Undefined when the dossier is not among the most urgent work of this person. */
export async function findPlace(
  deps: DossierPageDeps,
  request: RequestContext,
  name: string,
): Promise<Place | undefined> {
  const question = { group: 'all', procedureCode: null, limit: MOST, after: null } as const;
  const { actor } = readerOf(request);
  const { lines, counts } = await listMyWork(deps.db, actor, request.legalNow, question);
  const index = lines.findIndex((line) => line.name === name);
  if (index < 0) return undefined;
  return { at: index + 1, of: counts.all, previous: lines[index - 1]?.name, next: lines[index + 1]?.name };
}

/** From dossier to dossier, as in the list. */
export function Neighbours({ t, place }: { readonly t: Words; readonly place: Place }) {
  const { at, of, previous, next } = place;
  return (
    <>
      <span class="subtle">{t('dossiers.page.place', { at, of })}</span>
      {previous ? (
        <a href={paths.dossier(previous)} aria-keyshortcuts="k">
          <Icon name="up" />
          {t('dossiers.page.previous')} <KeyHint keys="k" />
        </a>
      ) : null}
      {next ? (
        <a href={paths.dossier(next)} aria-keyshortcuts="j">
          <Icon name="down" />
          {t('dossiers.page.next')} <KeyHint keys="j" />
        </a>
      ) : null}
    </>
  );
}
