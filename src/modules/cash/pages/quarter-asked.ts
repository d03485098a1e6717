import { z } from 'zod';
import { postAt } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Option } from '#ui/fields/select-field.tsx';
import { cashRoles, officesOf } from '../rules/access.ts';
import { type Quarter, quarterOf, readQuarter } from '../rules/quarter.ts';
import { byOf } from './asking.ts';

const text = z.string().max(60).optional();

export const quarterQuery = { quy: text.catch(undefined), 'bo-phan': text.catch('') };

/** The one-stop whose money a person asks about. */
export interface OfficeAsked {
  readonly officeId: string;
  /** Named in every address where there are several to choose from. */
  readonly at: string | undefined;
  /** None where there is only one. */
  readonly choices: readonly Option[];
}

/** Her first one-stop where none is named; undefined for one that is not hers. */
export function officeAsked(request: RequestContext, typed: string | undefined): OfficeAsked | undefined {
  const { actor } = byOf(request);
  const own = officesOf(actor, cashRoles);
  const officeId = typed === undefined ? own[0] : own.find((id) => id === typed);
  if (officeId === undefined) return undefined;
  if (own.length === 1) return { officeId, at: undefined, choices: [] };
  const label = (id: string) => postAt(actor, cashRoles, id)?.officeName ?? '';
  return { officeId, at: officeId, choices: own.map((id) => ({ value: id, label: label(id) })) };
}

/** The quarter of the address; of legal time for anything else. */
export function quarterAsked({ legalNow }: RequestContext, typed: string | undefined): Quarter {
  return readQuarter(typed ?? '') ?? quarterOf(dateOf(legalNow));
}
