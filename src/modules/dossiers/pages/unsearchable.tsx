import { page, type Reply, type RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { ListPage } from './list-page.tsx';
import { type DossierPageDeps, paths } from './page-deps.ts';

/** The address in the QR code of a receipt is the longest that is searched for. */
export const LONGEST_SEARCH = 500;

interface SearchFormProps {
  readonly t: Words;
  readonly csrf: string;
  /** As typed in the head of a page. */
  readonly text: string;
  readonly error: string;
}

/** What was searched for could not be: here it is put right. */
function SearchForm({ t, csrf, text, error }: SearchFormProps) {
  return (
    <form class="stack read" method="post" action={paths.search}>
      <CsrfField token={csrf} />
      <TextField t={t} name="q" type="search" label={t('ui.find.label')} value={text} error={error} />
      <div class="row">
        <Button>{t('dossiers.search.button')}</Button>
      </div>
    </form>
  );
}

/** Longer than anything there is to find, or too short: said with the text still there. */
export async function showUnsearchable(
  deps: DossierPageDeps,
  request: RequestContext,
  typed: string,
  why: 'too-long' | 'too-short',
): Promise<Reply> {
  const { t } = request;
  const error = t(`dossiers.search.${why}`, { most: LONGEST_SEARCH });
  return page(
    <ListPage
      frame={await deps.deskFrame(request)}
      title={t('dossiers.search.title')}
      errors={[{ field: 'q', text: error }]}
      filters={<SearchForm t={t} csrf={request.csrf} text={typed} error={error} />}
      lines={[]}
    />,
    422,
  );
}
