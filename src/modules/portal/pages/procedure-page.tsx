import { KeyFacts } from '#ui/components/facts.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { Address, OpenNow } from './home-place.tsx';
import type { OfficeAddress, Opening } from './opening.ts';
import { paths } from './paths.ts';
import { AfterSection, BringSection, CasesSection, FeeSection, LawSection } from './procedure-sections.tsx';
import type { ProcedureView } from './procedure-view.ts';

export interface ProcedurePageProps {
  readonly frame: Frame;
  readonly procedure: ProcedureView;
  /** The life event the reader came from. */
  readonly from?: { readonly key: string; readonly title: string } | undefined;
  readonly here: Here;
}

/** Received at this office, which is open or not; or somewhere else, and where. */
export type Here =
  | { readonly received: true; readonly oneStop: OfficeAddress; readonly opening: Opening }
  | { readonly received: false; readonly goTo: string };

export function ProcedurePage({ frame, procedure, from, here }: ProcedurePageProps) {
  const { t } = frame;
  const crumbs = [
    { href: paths.home, label: t('portal.procedure.home') },
    from
      ? { href: paths.lifeEvent(from.key), label: from.title }
      : { href: paths.procedures, label: t('portal.procedures.title') },
    { label: procedure.name },
  ];
  return (
    <PublicLayout frame={frame} title={procedure.name} crumbs={crumbs}>
      <div class="wrap">
        <div class="split procedure-head">
          <div class="stack gap-3">
            <h1>{procedure.name}</h1>
            {procedure.officialName === null ? null : (
              <p class="read">{t('portal.procedure.official-name', { name: procedure.officialName })}</p>
            )}
            {procedure.detailsAreChecked ? null : (
              <Notice tone="info" title={t('portal.procedure.unchecked')}>
                <p>{t('portal.procedure.unchecked-text')}</p>
              </Notice>
            )}
          </div>
          <WhereNow frame={frame} here={here} />
        </div>
        <KeyFacts
          facts={[
            { label: t('portal.procedure.how-long'), ...procedure.howLong },
            { label: t('portal.procedure.how-much'), ...procedure.howMuch },
            { label: t('portal.procedure.where'), ...procedure.where },
            { label: t('portal.procedure.get'), ...procedure.result },
          ]}
        />
        <div class="split mt-12">
          <Contents frame={frame} procedure={procedure} />
          <div>
            <BringSection t={t} procedure={procedure} />
            <CasesSection t={t} procedure={procedure} />
            <FeeSection t={t} procedure={procedure} />
            <AfterSection t={t} note={procedure.note} />
            <LawSection t={t} procedure={procedure} />
          </div>
        </div>
      </div>
    </PublicLayout>
  );
}

function WhereNow({ frame, here }: Pick<ProcedurePageProps, 'frame' | 'here'>) {
  const { t } = frame;
  return (
    <aside class="where-now" aria-labelledby="nop-dau">
      <h2 id="nop-dau" class="as-h3">
        {t('portal.procedure.go')}
      </h2>
      {here.received ? (
        <>
          <Address office={here.oneStop} />
          <p>
            <OpenNow t={t} opening={here.opening} />
          </p>
        </>
      ) : (
        <p>{here.goTo}</p>
      )}
      <p>
        <a href={paths.place}>
          <Icon name="place" /> {t('portal.procedure.hours')}
        </a>
      </p>
    </aside>
  );
}

function Contents({ frame, procedure }: Pick<ProcedurePageProps, 'frame' | 'procedure'>) {
  const { t } = frame;
  const parts = [
    { id: 'mang-gi', label: t('portal.procedure.bring') },
    ...(procedure.cases.length > 0 ? [{ id: 'truong-hop', label: t('portal.procedure.cases-short') }] : []),
    { id: 'phi', label: t('portal.procedure.how-much') },
    { id: 'sau-do', label: t('portal.procedure.after') },
    { id: 'can-cu', label: t('portal.procedure.law') },
  ];
  return (
    <nav class="toc" aria-label={t('portal.procedure.on-page')}>
      <ul class="plain toc-list">
        {parts.map(({ id, label }, index) => (
          <li>
            <a href={`#${id}`} aria-current={index === 0 ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <div class="toc-end">
        <PrintButton>{t('portal.procedure.print')}</PrintButton>
      </div>
    </nav>
  );
}
