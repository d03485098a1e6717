import { LinkButton } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { RegisterPrint } from '../store/register-prints.ts';
import { hrefOf } from './list-order.ts';
import { paths } from './page-deps.ts';
import type { RegisterSlug } from './register-question.ts';

interface RegisterPrintPageProps {
  readonly frame: DeskFrame;
  readonly print: RegisterPrint;
  readonly slug: RegisterSlug;
}

/** Being made, ready to fetch, or too long for paper; to be loaded again, without scripts. */
export function RegisterPrintPage({ frame, print, slug }: RegisterPrintPageProps) {
  const { t } = frame;
  const { kind, month, oneStop, officeName } = print;
  const register = t(`dossiers.register.title.${kind}`);
  const title = t('dossiers.register-print.title', { month: month.split('-').reverse().join('/') });
  const query = { so: slug, thang: month, 'bo-phan': oneStop.officeId };
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: hrefOf(paths.register, query), label: register }, { label: title }]}
    >
      <PageTitle title={title} note={`${register}, ${officeName}`} />
      <div class="stack">
        <Progress {...{ frame, print, slug }} />
        <p class="subtle">{t('dossiers.register-print.kept')}</p>
      </div>
    </DeskLayout>
  );
}

function Progress({ frame: { t }, print, slug }: RegisterPrintPageProps) {
  const { id, made, month, oneStop } = print;
  if (!made)
    return (
      <>
        <Notice tone="info" title={t('dossiers.register-print.making')}>
          <p>{t('dossiers.register-print.making-note')}</p>
        </Notice>
        <div>
          <LinkButton href={paths.registerPrint(id)}>{t('dossiers.register-print.reload')}</LinkButton>
        </div>
      </>
    );
  if (made.tooLong) {
    const query = { so: slug, thang: month, 'bo-phan': oneStop.officeId };
    return (
      <>
        <Notice tone="warning" title={t('dossiers.register-print.too-long', { n: made.lines })} />
        <div>
          <LinkButton icon="download" href={hrefOf(`${paths.register}.xlsx`, query)}>
            {t('dossiers.list.sheet')}
          </LinkButton>
        </div>
      </>
    );
  }
  return (
    <>
      <Notice tone="success" title={t('dossiers.register-print.ready', { n: made.lines })} />
      <div>
        <LinkButton icon="download" href={`${paths.registerPrint(id)}.pdf`}>
          {t('dossiers.register-print.fetch')}
        </LinkButton>
      </div>
    </>
  );
}
