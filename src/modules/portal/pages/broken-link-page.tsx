import { Notice } from '#ui/components/notice.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { LookupForm } from './lookup-form.tsx';
import { paths } from './paths.ts';

/** The token of a receipt's code is incomplete, changed or not ours. */
export function BrokenLinkPage({
  frame,
  exampleNumber,
}: {
  readonly frame: Frame;
  readonly exampleNumber: string;
}) {
  const { t } = frame;
  const title = t('portal.signed.broken-title');
  const crumbs = [
    { href: paths.home, label: t('portal.procedure.home') },
    { href: paths.lookup, label: t('portal.lookup.title') },
    { label: title },
  ];
  return (
    <PublicLayout frame={frame} title={title} crumbs={crumbs}>
      <div class="wrap stack gap-8 mt-6">
        <h1>{title}</h1>
        <Notice tone="warning">
          <p>{t('portal.signed.broken-text')}</p>
        </Notice>
        <LookupForm t={t} csrf={frame.csrf} example={exampleNumber} />
      </div>
    </PublicLayout>
  );
}
