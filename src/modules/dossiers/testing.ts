import type { Actor, Role } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import type { Acceptance, AcceptFacts } from './rules/command.ts';
import type { PlannedStep } from './rules/event.ts';
import type { Filing, PersonalFiling } from './rules/filing.ts';

/** Offices of a small agency, as ids. */
export const offices = {
  agency: '00000000-0000-7000-8000-000000000001',
  oneStop: '00000000-0000-7000-8000-000000000002',
  section: '00000000-0000-7000-8000-000000000003',
  leadership: '00000000-0000-7000-8000-000000000004',
  other: '00000000-0000-7000-8000-000000000005',
  asked: '00000000-0000-7000-8000-000000000006',
} as const;

export function anActor(role: Role, officeId: string, account = role as string): Actor {
  return {
    accountId: `account-${account}`,
    personId: `person-${account}`,
    name: `Người ${account}`,
    posts: [
      {
        id: `post-${account}`,
        role,
        title: role,
        officeId,
        officeName: officeId,
        agencyId: offices.agency,
        leads: officeId === offices.leadership,
      },
    ],
  };
}

export const clerk = anActor('reception-officer', offices.oneStop);
export const specialist = anActor('specialist', offices.section);
export const unitLeader = anActor('unit-leader', offices.section);
export const leader = anActor('signing-leader', offices.leadership);
export const resultClerk = anActor('result-clerk', offices.oneStop);

export function aFiling(change: Partial<Filing> = {}): Filing {
  return {
    channel: 'direct',
    assisted: false,
    procedure: {
      versionId: '00000000-0000-7000-8000-0000000000aa',
      code: '1.001612',
      name: 'Đăng ký thành lập hộ kinh doanh',
      field: 'Hộ kinh doanh',
      caseKey: null,
      caseName: null,
    },
    regime: '2018',
    agencyId: offices.agency,
    agencyName: 'UBND huyện Châu Thành',
    intakeOfficeId: offices.oneStop,
    intakeOfficeName: 'Bộ phận Một cửa',
    returnOfficeId: offices.oneStop,
    returnMethod: 'counter',
    limit: { value: 3, unit: 'ngay_lam_viec' },
    cutoff: null,
    addedTime: null,
    sets: 1,
    fee: { amount: 50_000, way: 'cash', basis: null },
    ...change,
  };
}

export function aPersonalFiling(change: Partial<PersonalFiling> = {}): PersonalFiling {
  return {
    applicants: [
      {
        kind: 'person',
        name: 'Huỳnh Thị Mỹ Duyên',
        idKind: 'cccd',
        idNumber: '087188004512',
        birthDate: '1988-09-14',
        sex: 'female',
        address: 'Ấp Tân Bình, xã Tân Nhuận Đông',
        phone: '0900 000 345',
        email: null,
      },
    ],
    authorised: null,
    papers: [],
    note: null,
    ...change,
  };
}

const step = (kind: PlannedStep['kind'], officeId: string, role: Role, share: number): PlannedStep => ({
  code: kind,
  name: kind,
  kind,
  role,
  officeId,
  officeName: officeId,
  share,
  dueAt: instant('2022-07-28T17:00:00'),
});

export const steps: readonly PlannedStep[] = [
  step('reception', offices.oneStop, 'reception-officer', 0.1),
  step('handle', offices.section, 'specialist', 0.6),
  step('sign', offices.leadership, 'signing-leader', 0.2),
  step('return', offices.oneStop, 'result-clerk', 0.1),
];

export function acceptFacts(change: Partial<AcceptFacts> = {}): AcceptFacts {
  return {
    now: instant('2022-07-25T08:00:00'),
    actor: clerk,
    filing: aFiling(),
    personal: aPersonalFiling(),
    reference: '7K3M-QX2P-9DWA',
    draftId: null,
    training: false,
    ...change,
  };
}

export function anAcceptance(): Acceptance {
  return {
    number: '000.00.11.H20-220725-0001',
    clock: {
      receivedAt: instant('2022-07-25T08:00:00'),
      dueAt: instant('2022-07-28T17:00:00'),
      certain: true,
      remaining: null,
    },
    processKey: 'simple',
    steps,
    receiptId: 'receipt-1',
  };
}
