import { Notice } from '#ui/components/notice.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { paths } from './paths.ts';

interface ProcedureGonePageProps {
  readonly frame: Frame;
  readonly name: string;
  readonly why: string;
  /** Code of the procedure that came instead. */
  readonly successor: string | null;
}

/** Not in force at legal time: why, and where to go on. */
export function ProcedureGonePage({ frame, name, why, successor }: ProcedureGonePageProps) {
  const { t } = frame;
  const crumbs = [
    { href: paths.home, label: t('portal.procedure.home') },
    { href: paths.procedures, label: t('portal.procedures.title') },
    { label: name },
  ];
  return (
    <PublicLayout frame={frame} title={name} crumbs={crumbs}>
      <div class="wrap stack mt-6">
        <h1>{name}</h1>
        <Notice tone="warning">
          <p>{why}</p>
        </Notice>
        <p>
          <a href={successor ? paths.procedure(successor) : paths.procedures}>
            {successor ? t('portal.gone.successor', { code: successor }) : t('portal.procedures.back')}
          </a>
        </p>
      </div>
    </PublicLayout>
  );
}
