import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import { listChain } from '#modules/places/index.ts';
import type { RequestContext, SetCookie } from '#platform/http/route.ts';
import type { PortalDeps } from '../deps.ts';

export const PLACE_COOKIE = 'noi';
const YEAR_SECONDS = 31_536_000;

/** The office whose public site this is, and those that could be chosen instead. */
export interface Place {
  readonly agency: OfficeInForce;
  readonly oneStop: OfficeInForce;
  readonly agencies: readonly OfficeInForce[];
  readonly oneStops: readonly OfficeInForce[];
  /** `Tỉnh Đồng Tháp`; undefined where places were not loaded. */
  readonly province: string | undefined;
}

/**
 * The agency chosen by `?noi=` or before (cookie), else the first in force at legal time. Undefined while no
 * organisation is in force. `wanted`: the code of one, or which of those that can be chosen.
 */
export async function findPlace(
  { db }: Pick<PortalDeps, 'db'>,
  request: Pick<RequestContext, 'legalNow' | 'cookies'>,
  wanted?: string | ((agencies: readonly OfficeInForce[]) => string | undefined),
): Promise<Place | undefined> {
  const on = dateOf(request.legalNow);
  const offices = await listOfficesInForce(db, on);
  const oneStops = offices.filter((office) => office.kind === 'one-stop');
  const agencies = offices.filter(
    ({ id, kind }) => kind === 'agency' && oneStops.some((oneStop) => oneStop.agencyId === id),
  );
  const code = (typeof wanted === 'function' ? wanted(agencies) : wanted) ?? request.cookies[PLACE_COOKIE];
  const agency = agencies.find((office) => office.code === code) ?? agencies[0];
  const oneStop = agency && oneStops.find((office) => office.agencyId === agency.id);
  if (!agency || !oneStop) return undefined;
  return { agency, oneStop, agencies, oneStops, province: await provinceOf(db, agency, on) };
}

async function provinceOf(
  db: PortalDeps['db'],
  agency: OfficeInForce,
  on: CivilDate,
): Promise<string | undefined> {
  const units = await listChain(db, agency.placeCode, on);
  return units.find((unit) => unit.level === 'province')?.name;
}

export function placeCookie({ agency }: Place): SetCookie {
  return { name: PLACE_COOKIE, value: agency.code, maxAgeSeconds: YEAR_SECONDS };
}
