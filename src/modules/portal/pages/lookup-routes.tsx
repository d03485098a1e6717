import { z } from 'zod';
import { dateOf, timeOf } from '#kernel/civil-date.ts';
import { isPast } from '#kernel/working-time/office-day.ts';
import { auditOrigin, record } from '#modules/audit/index.ts';
import { type FoundStatus, lookUp, type PublicStatus, readPublicly } from '#modules/dossiers/index.ts';
import { networkOf } from '#platform/http/client-network.ts';
import type { Reply, RequestContext, Route } from '#platform/http/route.ts';
import { page, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { longDate } from '#ui/dates.ts';
import type { PortalDeps } from '../deps.ts';
import { isLookupToken } from '../lookup-link.ts';
import { lookUpLimit } from '../settings.ts';
import { BrokenLinkPage } from './broken-link-page.tsx';
import { DossierWayPage } from './dossier-way-page.tsx';
import { dossierWayView } from './dossier-way-view.ts';
import { exampleNumber } from './home-route.tsx';
import { type LookupAnswer, LookupPage } from './lookup-page.tsx';
import { NobodyHerePage } from './nobody-here-page.tsx';
import { addressOf, openingOf } from './opening-view.ts';
import { paths } from './paths.ts';
import { findPlace, type Place } from './place.ts';
import { publicFrame } from './public-frame.ts';

const LONGEST = 60;
const LOGGED_ATTEMPTS = { hits: 100, windowSeconds: 600 };
/** Answers about a dossier stay with the person who asked. */
const private_ = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

export function lookupRoutes(deps: PortalDeps): Route[] {
  return [formRoute(deps), typedRoute(deps), signedRoute(deps)];
}

function formRoute(deps: PortalDeps): Route {
  return route({
    method: 'GET',
    path: paths.lookup,
    access: 'public',
    handle: async (request) => answered(deps, request, await findPlace(deps, request), {}),
  });
}

interface Answered {
  readonly number?: string;
  readonly answer?: LookupAnswer;
  readonly error?: string;
}

async function answered(
  deps: PortalDeps,
  request: RequestContext,
  place: Place | undefined,
  about: Answered,
): Promise<Reply> {
  const frame = await publicFrame(deps, request, place);
  if (!place) return page(<NobodyHerePage frame={frame} />);
  const node = (
    <LookupPage
      frame={frame}
      oneStop={addressOf(place.oneStop, place.agency)}
      exampleNumber={exampleNumber(place, request.legalNow)}
      {...about}
    />
  );
  const status = about.answer?.kind === 'too-many' ? 429 : 200;
  return { ...page(node, about.error ? 422 : status), headers: private_ };
}

/** The answer is the page of the POST itself: nothing about it in an address, a reload asks once more. */
function typedRoute(deps: PortalDeps): Route {
  return route({
    method: 'POST',
    path: paths.lookup,
    access: 'public',
    form: z.object({ so: typedField }),
    handle: async (request): Promise<Reply> => {
      const typed = request.form.so;
      const place = await findPlace(deps, request);
      if (typed === '') return answered(deps, request, place, { error: request.t('portal.lookup.empty') });
      if (typed.length > LONGEST) {
        const error = request.t('portal.lookup.too-long', { most: LONGEST });
        return answered(deps, request, place, { number: typed, error });
      }
      const limit = await lookUpLimit(deps.db);
      const { allowed, retryAfterSeconds } = await deps.rateLimit.hit(
        `look-up:${networkOf(request.address)}`,
        limit,
      );
      if (!allowed) return tooMany(deps, request, place, retryAfterSeconds);
      const agencyIds = place?.agencies.map((agency) => agency.id) ?? [];
      const found = await lookUp(deps, auditOrigin(request), typed, agencyIds);
      const answer = answerOf(request, found);
      return answered(deps, request, place, { number: found?.number ?? typed, answer });
    },
  });
}

async function tooMany(
  deps: PortalDeps,
  request: RequestContext,
  place: Place | undefined,
  seconds: number,
): Promise<Reply> {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const reply = await answered(deps, request, place, { answer: { kind: 'too-many', minutes } });
  return { ...reply, headers: { ...private_, 'retry-after': String(seconds) } };
}

function answerOf(request: RequestContext, found: FoundStatus | undefined): LookupAnswer {
  return found ? statusInWords(request, found.status) : { kind: 'not-found' };
}

function statusInWords({ t, legalNow }: RequestContext, status: PublicStatus): LookupAnswer {
  if (status.kind !== 'not-done') {
    const kind = status.kind === 'done' && status.returned ? 'returned' : status.kind;
    return { kind, date: longDate(t, status.on) };
  }
  const { dueAt, stopped } = status;
  const date = dueAt === null ? null : `${timeOf(dueAt)}, ${longDate(t, dateOf(dueAt))}`;
  const late = dueAt !== null && isPast(dueAt, legalNow);
  return { kind: late ? 'late' : 'not-done', date, stopped };
}

/** From the QR code of a paper: the way of the dossier. Whatever is wrong with the link looks the same. */
function signedRoute(deps: PortalDeps): Route {
  return route({
    method: 'GET',
    path: '/tra-cuu/:number',
    access: 'public',
    params: z.object({ number: z.string().max(80) }),
    query: z.object({ k: z.string().max(80).catch('').default('') }),
    handle: async (request): Promise<Reply> => {
      const { number } = request.params;
      const place = await findPlace(deps, request);
      const frame = await publicFrame(deps, request, place, request.query);
      if (!place) return page(<NobodyHerePage frame={frame} />);
      const genuine = isLookupToken(deps.linkKey, number, request.query.k);
      if (!genuine) await noteBrokenLink(deps, request);
      const dossier = genuine ? await readPublicly(deps, auditOrigin(request), number) : undefined;
      const example = exampleNumber(place, request.legalNow);
      if (!dossier) {
        const broken = <BrokenLinkPage frame={frame} exampleNumber={example} />;
        return { ...page(broken, 404), headers: private_ };
      }
      const view = await dossierWayView(deps, request, dossier);
      const contact = await contactOf(deps, request, place);
      const node = <DossierWayPage frame={frame} dossier={view} exampleNumber={example} {...contact} />;
      return { ...page(node), headers: private_ };
    },
  });
}

/** Attempts are logged, so many from one address that nobody can fill the log. */
async function noteBrokenLink({ db, rateLimit }: PortalDeps, request: RequestContext): Promise<void> {
  const { allowed } = await rateLimit.hit(`broken-link:${networkOf(request.address)}`, LOGGED_ATTEMPTS);
  if (!allowed) return;
  const subject = { kind: 'dossier', id: 'unknown' };
  const attempt = {
    action: 'portal/open-link',
    subject,
    result: 'refused',
    reason: 'portal/broken-link',
  } as const;
  await record(db, { ...auditOrigin(request), ...attempt });
}

async function contactOf(deps: PortalDeps, { t, legalNow }: RequestContext, { agency, oneStop }: Place) {
  const opening = await openingOf(t, deps.db, oneStop.id, legalNow);
  return { oneStop: addressOf(oneStop, agency), opening };
}
