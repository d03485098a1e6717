import { LinkButton } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';

interface RecoveryCodesPageProps {
  readonly frame: DeskFrame;
  readonly codes: readonly string[];
  readonly next: string;
}

/** Shown once, to be printed or written down. */
export function RecoveryCodesPage({ frame, codes, next }: RecoveryCodesPageProps) {
  const { t } = frame;
  return (
    <DeskLayout frame={frame} title={t('identity.recovery.title')}>
      <PageTitle title={t('identity.recovery.title')} />
      <div class="stack read">
        <Notice tone="success" live>
          <p>{t('identity.second-factor.done')}</p>
        </Notice>
        <p>{t('identity.recovery.lead')}</p>
        <ol class="plain">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <div class="row no-print">
          <LinkButton href={next}>{t('identity.recovery.next')}</LinkButton>
        </div>
      </div>
    </DeskLayout>
  );
}
