import { addDays, type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { listYears } from '#modules/calendar/index.ts';
import { countUncheckedEffects, regimeOn } from '#modules/catalogue/index.ts';
import {
  listAccounts,
  listOfficesInForce,
  listPostsFrom,
  listStandIns,
  reviewIsDue,
} from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { HeldCertificate } from '#platform/papers/list-certificates.ts';
import { countByKind } from '../rules/unchecked.ts';
import { listUnchecked } from './list-unchecked.ts';

export type AttentionTone = 'danger' | 'warning' | 'info';

/** Something to be done, and where; words `administration.attention.<code>`. */
export interface Attention {
  readonly code: string;
  readonly count: number;
  readonly tone: AttentionTone;
  readonly href: string;
  /** The year or name it is about. */
  readonly about?: string;
}

const SOON_DAYS = 14;
const CERTIFICATE_DAYS = 30;
/** The notice of the next year is expected from November on. */
const NOTICE_MONTH = '11';

/** What needs attention first: what keeps an office from receiving, what is overdue, what ends soon, what is unchecked. */
export async function needsAttention(
  q: Queries,
  now: { readonly legalNow: Instant; readonly machineNow: Instant },
  certificates: readonly HeldCertificate[],
): Promise<Attention[]> {
  const today = dateOf(now.legalNow);
  return [
    ...(await emptyPlaces(q, today)),
    ...(await aboutAccounts(q, today, now.machineNow)),
    ...endingCertificates(certificates, dateOf(now.machineNow)),
    ...(await endingStandIns(q, today)),
    ...(await uncheckedData(q, today)),
  ].filter((one) => one.count > 0);
}

/** No agency yet; a counter where nobody receives; an agency where nobody signs. */
async function emptyPlaces(q: Queries, today: CivilDate): Promise<Attention[]> {
  const offices = await listOfficesInForce(q, today);
  if (!offices.some((one) => one.kind === 'agency')) {
    return [{ code: 'no-agency', count: 1, tone: 'danger', href: '/quan-tri/co-quan' }];
  }
  const posts = (await listPostsFrom(q, today)).filter((post) => post.validFrom <= today);
  const lacks = (officeId: string, role: string) =>
    !posts.some((post) => post.officeId === officeId && post.role === role);
  return offices.flatMap((office): Attention[] => {
    const missing =
      (office.kind === 'one-stop' && lacks(office.id, 'reception-officer') && 'nobody-receives') ||
      (office.kind === 'leadership' && lacks(office.id, 'signing-leader') && 'nobody-signs');
    if (!missing) return [];
    const href = `/quan-tri/co-quan/${office.id}`;
    return [{ code: missing, count: 1, tone: 'danger', href, about: office.name }];
  });
}

async function aboutAccounts(q: Queries, today: CivilDate, machineNow: Instant): Promise<Attention[]> {
  const accounts = await listAccounts(q, today);
  const expired = accounts.filter(
    (one) => one.state === 'invited' && (one.linkUntil === null || one.linkUntil < machineNow),
  ).length;
  const waiting = accounts.filter((one) => one.state === 'invited').length - expired;
  const idle = accounts.filter((one) => one.disabledReason === 'idle').length;
  const list = '/quan-tri/tai-khoan';
  return [
    {
      code: 'review-overdue',
      count: (await reviewIsDue(q, machineNow)) ? 1 : 0,
      tone: 'warning',
      href: '/quan-tri/ra-soat',
    },
    { code: 'link-expired', count: expired, tone: 'warning', href: `${list}?nhom=invited` },
    { code: 'idle-disabled', count: idle, tone: 'info', href: `${list}?nhom=idle` },
    { code: 'not-signed-in', count: waiting, tone: 'info', href: `${list}?nhom=invited` },
  ];
}

function endingCertificates(certificates: readonly HeldCertificate[], today: CivilDate): Attention[] {
  const soon = addDays(today, CERTIFICATE_DAYS);
  const ending = latestOfEach(certificates).filter((one) => dateOf(one.to) <= soon).length;
  return [{ code: 'certificates-ending', count: ending, tone: 'danger', href: '/quan-tri/chung-thu' }];
}

/** A newer certificate of the same signer takes the place of the older one. */
export function latestOfEach(certificates: readonly HeldCertificate[]): HeldCertificate[] {
  const byWhom = new Map(
    [...certificates]
      .sort((a, b) => (a.to < b.to ? -1 : 1))
      .map((one) => [[one.kind, one.name, one.title, one.organisation].join('\t'), one]),
  );
  return [...byWhom.values()];
}

async function endingStandIns(q: Queries, today: CivilDate): Promise<Attention[]> {
  const soon = addDays(today, SOON_DAYS);
  const ending = (await listStandIns(q, { on: today, open: true })).filter(
    (one) => one.validTo !== null && one.validTo <= soon,
  ).length;
  return [{ code: 'stand-ins-ending', count: ending, tone: 'info', href: '/quan-tri/thay-the' }];
}

async function uncheckedData(q: Queries, today: CivilDate): Promise<Attention[]> {
  const counts = countByKind(await listUnchecked(q, today));
  const list = '/quan-tri/chua-kiem-tra';
  return [
    {
      code: 'codes-unconfirmed',
      count: counts['agency-code'],
      tone: 'warning',
      href: '/quan-tri/ma-dinh-danh',
    },
    ...(await yearsToConfirm(q, today)),
    {
      code: 'procedures-unchecked',
      count: counts.procedure,
      tone: 'info',
      href: `${list}?loai=procedure`,
    },
    { code: 'places-unchecked', count: counts.place, tone: 'info', href: `${list}?loai=place` },
    { code: 'templates-unchecked', count: counts.template, tone: 'info', href: `${list}?loai=template` },
    {
      code: 'clock-effects-unchecked',
      count: await countUncheckedEffects(q, regimeOn(today), today),
      tone: 'info',
      href: '/quan-tri/dong-ho',
    },
  ];
}

/** This year, and from November on the next: due dates run over them. */
async function yearsToConfirm(q: Queries, today: CivilDate): Promise<Attention[]> {
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5, 7) >= NOTICE_MONTH ? [year, year + 1] : [year];
  const years = await listYears(q);
  return wanted.map((one): Attention => {
    const found = years.find((kept) => kept.year === one);
    const count = found ? found.unchecked : 1;
    return {
      code: 'year-unconfirmed',
      count,
      tone: 'warning',
      href: `/quan-tri/lich/${one}`,
      about: String(one),
    };
  });
}
