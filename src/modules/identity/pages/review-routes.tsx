import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { notFound, page, type Route, route } from '#platform/http/route.ts';
import { accountsToReview, sha256, signAccountReview } from '../actions/sign-account-review.ts';
import { newId } from '../deps.ts';
import { logAct } from '../press.ts';
import { reviewIsDue } from '../review-due.ts';
import { listText } from '../rules/review-list.ts';
import { halfYearOf } from '../rules/review-period.ts';
import { findReview, getReviewDays, listReviewRows, listReviews } from '../store/reviews.ts';
import {
  administrators,
  adminPaths,
  idParams,
  line,
  newIdField,
  type OrganisationPageDeps,
  pressOf,
  sentErrors,
} from './admin-deps.ts';
import { NewReviewPage } from './new-review-page.tsx';
import { ReviewPage, ReviewsPage } from './reviews-page.tsx';

const choice = /^tk-([0-9a-f-]{36})$/;
const signForm = z
  .object({
    lan: newIdField,
    'da-xem': z.string().max(64).catch(''),
    'ly-do': line,
    'mat-khau': line,
  })
  .catchall(z.unknown());

export function reviewRoutes(deps: OrganisationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: adminPaths.reviews,
      access: administrators,
      handle: async (request) => {
        const { last } = await getReviewDays(deps.db);
        return page(
          <ReviewsPage
            frame={await deps.deskFrame(request)}
            reviews={await listReviews(deps.db)}
            now={halfYearOf(dateOf(request.machineNow))}
            overdue={await reviewIsDue(deps.db, request.machineNow)}
            last={last}
          />,
        );
      },
    }),
    ...signRoutes(deps),
    route({
      method: 'GET',
      path: adminPaths.review(':id'),
      access: administrators,
      params: idParams,
      handle: async (request) => {
        const review = await findReview(deps.db, request.params.id);
        if (!review) return notFound();
        await logAct(deps.db, pressOf(request), 'read-account-review', {
          kind: 'account-review',
          id: review.id,
        });
        const rows = await listReviewRows(deps.db, review.id);
        return page(<ReviewPage frame={await deps.deskFrame(request)} review={review} rows={rows} />);
      },
    }),
  ];
}

function signRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.newReview,
    access: administrators,
    form: signForm,
    longest: { 'mat-khau': 1000 },
    show: async (request, sent) => {
      const press = pressOf(request);
      const accounts = await accountsToReview(deps.db, press);
      await logAct(deps.db, press, 'list-accounts', undefined);
      return (
        <NewReviewPage
          frame={await deps.deskFrame(request)}
          period={halfYearOf(dateOf(request.machineNow))}
          accounts={accounts}
          seen={sha256(listText(accounts))}
          newId={sent?.typed.lan ?? newId(deps, request.machineNow)}
          decisions={decisionsOf(sent?.typed ?? {})}
          reason={sent?.typed['ly-do'] ?? ''}
          errors={sentErrors(request.t, sent)}
        />
      );
    },
    press: async (request) => {
      const { form } = request;
      const signed = await signAccountReview(deps, {
        ...pressOf(request),
        sessionId: request.sessionId ?? '',
        newId: form.lan,
        seen: form['da-xem'],
        reason: form['ly-do'],
        password: form['mat-khau'],
        decisions: decisionsOf(form),
      });
      return signed.ok ? accepted(adminPaths.review(signed.value)) : signed;
    },
  });
}

function decisionsOf(form: Readonly<Record<string, unknown>>): Map<string, string> {
  return new Map(
    Object.entries(form).flatMap(([name, value]) => {
      const id = choice.exec(name)?.[1];
      return id ? [[id, String(value)] as const] : [];
    }),
  );
}
