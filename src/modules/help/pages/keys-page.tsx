import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { keyPlaces } from '../guides/keys.ts';
import { paths } from './paths.ts';

/** Every key and where it works: what `?` shows of one page, whole, and also without JavaScript. */
export function KeysPage({ frame }: { readonly frame: DeskFrame }) {
  const { t } = frame;
  const title = t('help.keys.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.start, label: t('help.page.title') }, { label: title }]}
    >
      <PageTitle title={title} note={t('help.keys.note')} />
      <div class="stack help-keys">
        {keyPlaces.map(({ place, keys }) => (
          <section class="stack" aria-labelledby={`phim-${place}`}>
            <h2 id={`phim-${place}`}>{t(`help.keys.${place}`)}</h2>
            <dl class="facts">
              {keys.map(([printed, word]) => (
                <>
                  <dt>
                    <kbd class="shown">{printed}</kbd>
                  </dt>
                  <dd>{t(`help.key.${place}.${word}`)}</dd>
                </>
              ))}
            </dl>
          </section>
        ))}
        <p class="read">{t('help.keys.single')}</p>
      </div>
    </DeskLayout>
  );
}
