import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import type { ReadLine } from '../actions/list-reads.ts';
import { OfficerLayout } from './officer-layout.tsx';
import { Reads } from './reads-table.tsx';

interface ReadsPageProps {
  readonly frame: DeskFrame;
  readonly title: string;
  readonly note: string;
  readonly crumbs?: readonly Crumb[];
  readonly lines: readonly ReadLine[];
  readonly path: string;
  readonly after: string | null;
  readonly pageSize: number;
  readonly withDossier?: boolean;
}

/** A part of the log: about a person, a dossier, or what was refused. */
export function ReadsPage({ frame, title, note, crumbs, ...reads }: ReadsPageProps) {
  const { t } = frame;
  return (
    <OfficerLayout frame={frame} title={title} crumbs={crumbs}>
      <PageTitle title={title} note={note} aside={<PrintButton>{t('protection.print')}</PrintButton>} />
      <Reads t={t} caption={title} {...reads} />
    </OfficerLayout>
  );
}
