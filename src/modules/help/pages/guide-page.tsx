import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame, Frame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { GuideParts, type ShownGuide } from './guide-parts.tsx';
import { paths } from './paths.ts';

interface GuidePageProps<F extends Frame> {
  readonly frame: F;
  readonly shown: ShownGuide;
}

export function GuidePage({ frame, shown }: GuidePageProps<DeskFrame>) {
  const { t } = frame;
  const title = t(`help.guide.${shown.guide.word}.title`);
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.start, label: t('help.page.title') }, { label: title }]}
    >
      <PageTitle
        title={title}
        note={t(`help.guide.${shown.guide.word}.note`)}
        aside={<PrintButton>{t('help.page.print')}</PrintButton>}
      />
      <GuideParts t={t} shown={shown} />
    </DeskLayout>
  );
}

/** The same for citizens: larger, and without sign-in. */
export function CitizenGuidePage({ frame, shown }: GuidePageProps<Frame>) {
  const { t } = frame;
  const title = t(`help.guide.${shown.guide.word}.title`);
  return (
    <PublicLayout
      frame={frame}
      title={title}
      crumbs={[{ href: '/', label: t('help.page.home') }, { label: title }]}
    >
      <div class="wrap stack">
        <h1>{title}</h1>
        <p class="read">{t(`help.guide.${shown.guide.word}.note`)}</p>
        <GuideParts t={t} shown={shown} />
      </div>
    </PublicLayout>
  );
}
