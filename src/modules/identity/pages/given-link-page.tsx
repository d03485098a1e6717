import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { adminCrumbs, adminPaths } from './admin-deps.ts';

interface GivenLinkPageProps {
  readonly frame: DeskFrame;
  readonly account: string;
  readonly personName: string;
  readonly personId: string;
  /** The whole address. */
  readonly link: string;
}

/** The answer to a press: the link stands here once and nowhere else. */
export function GivenLinkPage({ frame, account, personName, personId, link }: GivenLinkPageProps) {
  const { t } = frame;
  const title = t('identity.given-link.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={adminCrumbs(
        t,
        { href: adminPaths.people, label: t('identity.people.title') },
        { href: adminPaths.person(personId), label: personName },
        { label: title },
      )}
    >
      <div class="read stack">
        <PageTitle
          title={title}
          note={t('identity.given-link.for', { name: personName, account })}
          aside={<PrintButton>{t('identity.given-link.print')}</PrintButton>}
        />
        <Notice tone="success" live>
          <p>
            <code class="wrapok" data-one-time-link>
              {link}
            </code>
          </p>
        </Notice>
        <p>{t('identity.given-link.once')}</p>
        <p>
          <a href={adminPaths.person(personId)}>{t('identity.given-link.back')}</a>
        </p>
      </div>
    </DeskLayout>
  );
}
