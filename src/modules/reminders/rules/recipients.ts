import type { Role } from '#kernel/actor.ts';
import type { Whom } from './escalation.ts';
import type { Doer, Finding } from './law-rule.ts';
import type { Staff } from './staff.ts';
import type { Watched } from './watched.ts';

/** One person who is told, as what, and whose work it is when it is somebody else's. */
export interface Recipient {
  readonly accountId: string;
  readonly whom: Whom;
  readonly insteadOf: string | null;
}

/** Who hears of it when somebody is away and nobody does their work: the first that is at work. */
const above = { holder: ['leader', 'head'], leader: ['head'] } as const;

/** Who does a task where nobody has taken it yet: the first role that anybody there has. */
const rolesOf = (task: string): readonly Role[] => {
  if (task === 'decide') return ['signing-leader'];
  if (task === 'answer-opinion') return ['unit-leader', 'specialist', 'signing-leader'];
  if (task === 'confirm-receipt' || task === 'start' || task === 'work') return ['specialist', 'unit-leader'];
  return ['reception-officer', 'postal-staff', 'one-stop-head'];
};

/**
 * The people behind "holder", "leader", "signer" and "head" on the day: who does the work of somebody away is told in
 * their place; where nobody does, the leader of that office is, and where there is none at work the head of the one-stop. Everybody once, as the first of what they are.
 */
export function recipients(
  dossier: Pick<Watched, 'agencyId' | 'intakeOfficeId'>,
  { doer }: Pick<Finding, 'doer'>,
  whoms: readonly Whom[],
  staff: Staff,
): Recipient[] {
  const told = new Map<string, Recipient>();
  const tell = (whom: Whom, accountIds: readonly string[], officeId: string): boolean => {
    let everybody = accountIds.length > 0;
    for (const one of accountIds) {
      const accountId = staff.working(one, officeId);
      if (!accountId) everybody = false;
      else if (!told.has(accountId))
        told.set(accountId, { accountId, whom, insteadOf: accountId === one ? null : one });
    }
    return everybody;
  };
  const tellAs = (whom: Whom) => {
    const { accountIds, officeId } = peopleOf(whom, dossier, doer, staff);
    return { everybody: tell(whom, accountIds, officeId), without: accountIds.length === 0 };
  };
  for (const whom of whoms) {
    const { everybody, without } = tellAs(whom);
    // an office that has no leader is not one whose leader is away
    if (everybody || (whom !== 'holder' && (whom !== 'leader' || without))) continue;
    above[whom].some((one) => whoms.includes(one) || tellAs(one).everybody);
  }
  return [...told.values()];
}

function peopleOf(
  whom: Whom,
  { agencyId, intakeOfficeId }: Pick<Watched, 'agencyId' | 'intakeOfficeId'>,
  doer: Doer,
  staff: Staff,
): { readonly accountIds: readonly string[]; readonly officeId: string } {
  const { officeId, accountId, task } = doer;
  switch (whom) {
    case 'holder':
      return { officeId, accountIds: accountId ? [accountId] : staff.first(officeId, rolesOf(task)) };
    case 'leader':
      return { officeId, accountIds: staff.first(officeId, ['unit-leader', 'one-stop-head']) };
    case 'signer': {
      const own = staff.first(officeId, ['signing-leader']);
      return { officeId, accountIds: own.length > 0 ? own : staff.leadersOf(agencyId) };
    }
    case 'head':
      return { officeId: intakeOfficeId, accountIds: staff.first(intakeOfficeId, ['one-stop-head']) };
  }
}
