import { z } from 'zod';
import { page, type Route, route } from '#platform/http/route.ts';
import { listToSign } from '../actions/list-my-work.ts';
import { readDossier } from '../actions/read-dossier.ts';
import { insteadInWords } from '../papers/instead-in-words.ts';
import { mayCommand } from '../rules/access.ts';
import { insteadBy } from '../rules/instead.ts';
import { cursorText, readCursor, workCursor } from '../rules/list-cursor.ts';
import { bulkIds } from './bulk-form.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { type DraftToSign, SigningPage } from './signing-page.tsx';
import { calendarsOf } from './work-calendars.ts';
import { workLine } from './work-view.ts';

const PAGE = 20;

/** What waits for this leader's signature, with what is to be signed; each is a read, and logged as one. */
export function signingRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.signing,
      access: { roles: ['signing-leader'] },
      query: z.object({ sau: z.string().max(100).optional().catch(undefined) }),
      handle: async (request) => {
        const reader = readerOf(request, 'signing');
        const now = request.legalNow;
        const question = { limit: PAGE, after: readCursor(request.query.sau) };
        const { lines, all } = await listToSign(deps.db, reader.actor, now, question);
        const calendarOf = await calendarsOf(deps, lines);
        const drafts: DraftToSign[] = [];
        for (const line of lines) {
          const read = await readDossier(deps, reader, line.name);
          if (!read.ok) continue;
          const { draft } = read.value.dossier;
          const post = mayCommand(read.value.dossier, 'decide', reader.actor);
          const instead = insteadInWords(request.t, post.ok ? insteadBy(post.value) : undefined);
          drafts.push({
            ...workLine(request.t, calendarOf(line), line, now, reader.actor.accountId),
            draft,
            instead,
          });
        }
        const last = lines.length === PAGE ? lines.at(-1) : undefined;
        return page(
          <SigningPage
            frame={await deps.deskFrame(request)}
            drafts={drafts}
            all={all}
            ids={bulkIds(deps, request)}
            secondFactorPage={await deps.secondFactorPage(request)}
            demoCode={await deps.demoCode(request)}
            nextHref={last && `${paths.signing}?sau=${encodeURIComponent(cursorText(workCursor(last, now)))}`}
          />,
        );
      },
    }),
  ];
}
