import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { createRandom } from '#platform/random/random.ts';
import { type Organised, organise } from './actions/organise.ts';
import type { IdentityDeps, Origin } from './deps.ts';
import { type OrganisationFile, organisationFile } from './organisation-file.ts';

const office = (key: string, name: string) => ({ key, name, shortName: name });

const post = (at: string, role: string, title: string) => ({
  office: at,
  role,
  title,
  from: '2018-01-01',
  to: null,
});

const person = (key: string, name: string, posts: unknown[]) => ({
  key,
  name,
  gender: 'female',
  account: key.replace('-', '.'),
  posts,
});

const people = [
  person('ngan-pham', 'Phạm Thị Ngân', [
    post('mot-cua', 'reception-officer', 'Công chức tiếp nhận'),
    post('mot-cua', 'result-clerk', 'Công chức trả kết quả'),
  ]),
  person('hung-le', 'Lê Văn Hùng', [post('lanh-dao', 'signing-leader', 'Chủ tịch')]),
  person('mai-vo', 'Võ Thị Mai', [post('tu-phap', 'specialist', 'Công chức Tư pháp - Hộ tịch')]),
  person('tuan-do', 'Đỗ Anh Tuấn', [post('mot-cua', 'system-administrator', 'Quản trị hệ thống')]),
];

/** A small organisation: one commune with counter, leaders and one section. */
export function anOrganisation(): OrganisationFile {
  return organisationFile.parse({
    name: 'Xã Phú Hựu',
    regime: '2018',
    validFrom: '2018-01-01',
    validTo: '2025-06-30',
    province: { code: '87', name: 'Đồng Tháp' },
    agencies: [
      {
        key: 'phu-huu',
        code: 'PHUHUU',
        name: 'Ủy ban nhân dân xã Phú Hựu',
        shortName: 'Xã Phú Hựu',
        level: 'xa',
        place: { code: '30253', on: '2022-07-25' },
        agencyCode: '000.07.16.H20',
        agencyCodeIsExample: false,
        address: 'Ấp Phú Hòa',
        phone: '0277 3840 000',
        oneStop: office('mot-cua', 'Bộ phận Một cửa'),
        leadership: office('lanh-dao', 'Lãnh đạo UBND xã'),
        offices: [{ ...office('tu-phap', 'Tư pháp - Hộ tịch'), kind: 'section', sectionKey: 'tu-phap' }],
        people,
      },
    ],
  });
}

export function loadOrganisation(
  deps: IdentityDeps,
  file: OrganisationFile,
  machineNow: Instant,
  dryRun = false,
): Promise<Organised> {
  const { random, key, installation } = deps;
  const placeName = async (_q: unknown, code: string) => (code === '30253' ? 'Xã Phú Hựu' : undefined);
  return inTransaction(deps.db, (tx) =>
    organise(tx, file, { random, key, installation, dryRun, machineNow, placeName }),
  );
}

export function testDeps(db: IdentityDeps['db'], installation: IdentityDeps['installation']): IdentityDeps {
  const random = createRandom();
  return { db, random, key: random.bytes(32), installation };
}

export const LEGAL_NOW = instant('2022-07-25T08:00:00');
export const LEGAL_DAY = civilDate('2022-07-25');

export function originAt(machineNow: Instant, address = '192.0.2.1'): Origin {
  return { legalNow: LEGAL_NOW, machineNow, address, requestId: 'test', device: 'test' };
}
