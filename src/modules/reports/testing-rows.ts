import type { Instant } from '#kernel/instant.ts';
import { insertDossiers } from '#modules/dossiers/testing-rows.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';

const random = createRandom();
const uuid = () => random.uuid(0);

export interface RowGiven {
  readonly number: string;
  readonly agencyId: string;
  readonly officeId: string;
  readonly holderId: string;
  readonly state: 'in-progress' | 'decided';
  readonly channel?: string;
  readonly returnMethod?: string;
  readonly step?: string | null;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly heldSince?: Instant;
  readonly endedAt?: Instant;
}

/** A dossier as reports see it: its row, and how its time was spent. */
export async function writeRow(db: TestDatabase, given: RowGiven): Promise<string> {
  const id = uuid();
  const { state, receivedAt, dueAt, endedAt = null } = given;
  await insertDossiers(db.owner, [
    {
      ...{ id, reference: id, number: `000.00.11.H20-${given.number}`, short_number: given.number },
      ...{ regime: '2018', task: 'work', state, agency_id: given.agencyId, field: 'Hộ tịch' },
      ...{ intake_office_id: given.officeId, return_office_id: given.officeId },
      ...{ procedure_version_id: uuid(), procedure_code: '1.001612', procedure_name: 'Cấp giấy phép' },
      ...{
        channel: given.channel ?? 'direct',
        return_method: given.returnMethod ?? 'counter',
        limit_unit: 'ngay_lam_viec',
      },
      ...{ clock: state === 'decided' ? 'ended' : 'running', received_at: receivedAt, due_at: dueAt },
      ...{ ended_at: endedAt, holder_office_id: given.holderId, step_name: given.step ?? null },
      ...{ held_since: given.heldSince ?? receivedAt, head_seq: 0, head_hash: Buffer.alloc(32) },
      ...{ updated_at: receivedAt, applicant_name: 'Nguyễn Thị Riêng' },
    },
  ]);
  const spent = { dossier_id: id, office_id: given.holderId, due_at: dueAt };
  const ended = { ...spent, office_id: null, kind: 'ended', seq: 2, from_at: endedAt ?? receivedAt };
  await db.owner
    .insertInto('dossiers.clock_interval')
    .values([
      { ...spent, kind: 'running', seq: 1, from_at: receivedAt },
      ...(endedAt === null ? [] : [ended]),
    ])
    .execute();
  return id;
}
