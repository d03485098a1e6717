import { LinkButton } from '#ui/components/button.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { OfficerLayout } from './officer-layout.tsx';
import { paths } from './page-deps.ts';

/** A question that is over half an hour old, or was never this officer's: the same answer to both. */
export function ForgottenPage({ frame }: { readonly frame: DeskFrame }) {
  const { t } = frame;
  const title = t('protection.forgotten.title');
  return (
    <OfficerLayout frame={frame} title={title}>
      <PageTitle title={title} />
      <Empty title={t('protection.forgotten.what')}>
        <p>{t('protection.forgotten.why')}</p>
      </Empty>
      <p class="mt-4">
        <LinkButton href={paths.home}>{t('protection.forgotten.again')}</LinkButton>
      </p>
    </OfficerLayout>
  );
}
