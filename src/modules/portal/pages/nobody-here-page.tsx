import { Empty } from '#ui/components/empty.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';

/** No organisation is in force at legal time: a real installation before `organise`, a clock before 2018. */
export function NobodyHerePage({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <PublicLayout frame={frame} title={t('portal.nobody.title')}>
      <div class="wrap stack mt-12">
        <h1>{t('portal.nobody.title')}</h1>
        <Empty title={t('portal.nobody.what')}>
          <p>{t('portal.nobody.now')}</p>
        </Empty>
      </div>
    </PublicLayout>
  );
}
