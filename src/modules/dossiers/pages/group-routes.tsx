import { z } from 'zod';
import { postsOf } from '#kernel/actor.ts';
import { notFound, page, type Route, route } from '#platform/http/route.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { working } from '../rules/desk-roles.ts';
import { listGroup } from '../store/group.ts';
import type { DossierLine } from '../store/lists.ts';
import { bulkCommandsFor } from './bulk-commands.ts';
import { BulkForm, bulkIds, selectionOf } from './bulk-form.tsx';
import { listColumns } from './dossier-columns.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

/** Dossiers accepted in one press: shown, printed and forwarded together; each counts alone. */
export function groupRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.group(':id'),
      access: { roles: working },
      params: z.object({ id: z.string().max(60) }),
      handle: async (request) => {
        const id = z.uuid().safeParse(request.params.id);
        const { actor } = readerOf(request);
        const offices = postsOf(actor).map((post) => post.officeId);
        const lines = id.success ? await listGroup(deps.db, id.data, offices) : [];
        if (lines.length === 0) return notFound();
        const { t } = request;
        const title = t('dossiers.group.title', { n: lines.length });
        const commands = bulkCommandsFor(actor).filter((command) => command === 'forward');
        return page(
          <DeskLayout
            frame={await deps.deskFrame(request)}
            title={title}
            crumbs={[{ href: paths.list, label: t('dossiers.page.dossiers') }, { label: title }]}
          >
            <PageTitle
              title={title}
              note={lines[0]?.procedureName}
              aside={<PrintButton>{t('dossiers.hand-overs.print')}</PrintButton>}
            />
            <BulkForm t={t} ids={bulkIds(deps, request)} commands={commands}>
              <DataTable
                t={t}
                caption={title}
                columns={listColumns(t)}
                rows={lines}
                select={commands.length > 0 ? selectionOf<DossierLine>() : undefined}
                walkable
              />
            </BulkForm>
          </DeskLayout>,
        );
      },
    }),
  ];
}
