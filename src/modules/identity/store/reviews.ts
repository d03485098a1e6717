import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { ReviewDecision, ReviewRow } from '../rules/review-list.ts';
import type { HalfYear } from '../rules/review-period.ts';

export interface Review extends HalfYear {
  readonly id: string;
  readonly signedBy: string;
  readonly signerName: string;
  readonly legalAt: Instant;
  readonly machineAt: Instant;
  readonly listSha256: string;
}

function reviews(q: Queries) {
  return q
    .selectFrom('identity.account_review')
    .select([
      'id',
      'year',
      'signed_by as signedBy',
      'signer_name as signerName',
      'legal_at as legalAt',
      'machine_at as machineAt',
      'list_sha256 as listSha256',
    ])
    .select((eb) => eb.ref('half').$castTo<1 | 2>().as('half'))
    .orderBy('year', 'desc')
    .orderBy('half', 'desc');
}

/** All reviews, the latest first: two a year. */
export function listReviews(q: Queries): Promise<Review[]> {
  return reviews(q).execute();
}

export function findReview(q: Queries, id: string): Promise<Review | undefined> {
  return reviews(q).where('id', '=', id).executeTakeFirst();
}

export async function listReviewRows(q: Queries, reviewId: string): Promise<ReviewRow[]> {
  const rows = await q
    .selectFrom('identity.account_review_row')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    accountName: row.account_name,
    personName: row.person_name,
    kind: row.kind,
    posts: row.posts,
    lastSignInAt: row.last_sign_in_at,
    state: row.state as ReviewRow['state'],
    decision: row.decision as ReviewDecision,
  }));
}

/** Two who sign at once come one after the other. */
export async function lockReviews(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7204433)`.execute(tx);
}

export async function insertReview(tx: Tx, review: Review, rows: readonly ReviewRow[]): Promise<void> {
  await tx
    .insertInto('identity.account_review')
    .values({
      id: review.id,
      year: review.year,
      half: review.half,
      signed_by: review.signedBy,
      signer_name: review.signerName,
      legal_at: review.legalAt,
      machine_at: review.machineAt,
      list_sha256: review.listSha256,
    })
    .execute();
  for (let at = 0; at < rows.length; at += 1000) {
    await tx
      .insertInto('identity.account_review_row')
      .values(
        rows.slice(at, at + 1000).map((row, index) => ({
          review_id: review.id,
          ordinal: at + index + 1,
          account_id: row.accountId,
          account_name: row.accountName,
          person_name: row.personName,
          kind: row.kind,
          posts: row.posts,
          last_sign_in_at: row.lastSignInAt as Instant | null,
          state: row.state,
          decision: row.decision,
        })),
      )
      .execute();
  }
}

/** Day of the last review and of the first account: from which of them six months are counted. */
export async function getReviewDays(
  q: Queries,
): Promise<{ last: CivilDate | null; began: CivilDate | null }> {
  const { rows } = await sql<{ last: CivilDate | null; began: CivilDate | null }>`
    select (select max(machine_at)::date from identity.account_review) as last,
           (select min(created_at)::date from identity.account) as began`.execute(q);
  return rows[0] ?? { last: null, began: null };
}
