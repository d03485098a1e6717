import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Guide } from '../rules/guide.ts';
import { paths } from './paths.ts';

interface StartPageProps {
  readonly frame: DeskFrame;
  readonly own: readonly Guide[];
  readonly others: readonly Guide[];
}

/** What one's own posts do, task by task; then what the others do. */
export function StartPage({ frame, own, others }: StartPageProps) {
  const { t } = frame;
  const title = t('help.page.title');
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle title={title} note={t('help.page.note')} />
      <div class="stack help-start">
        {own.map((guide) => (
          <section class="stack" aria-labelledby={`viec-${guide.slug}`}>
            <h2 id={`viec-${guide.slug}`}>
              <a href={paths.guide(guide.slug)}>{t(`help.guide.${guide.word}.title`)}</a>
            </h2>
            <p>{t(`help.guide.${guide.word}.note`)}</p>
            <ul class="help-list">
              {guide.tasks.map(({ word, anchor }) => (
                <li>
                  <a href={paths.chapter(guide.slug, anchor)}>{t(`help.task.${guide.word}.${word}.title`)}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section class="stack" aria-labelledby="viec-khac">
          <h2 id="viec-khac">{t('help.page.others')}</h2>
          <ul class="help-list">
            <li>
              <a href={paths.keys}>{t('help.keys.title')}</a>
            </li>
            {others.map(({ slug, word }) => (
              <li>
                <a href={paths.guide(slug)}>{t(`help.guide.${word}.title`)}</a>
              </li>
            ))}
            <li>
              <a href={paths.citizen}>{t('help.guide.citizen.title')}</a>
            </li>
          </ul>
        </section>
      </div>
    </DeskLayout>
  );
}
