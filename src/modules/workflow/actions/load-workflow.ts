import type { Tx } from '#platform/db/database.ts';
import { contentId } from '#platform/random/content-id.ts';
import { sharesAreWhole } from '../rules/process.ts';
import type { WorkflowData } from '../rules/written.ts';
import { keepProcesses, replaceHandling } from '../store.ts';

/** Loads db/seeds/{processes,sections}.json as the owner, at start; again changes nothing. */
export async function loadWorkflow(tx: Tx, data: WorkflowData): Promise<{ processes: number }> {
  const wrong = data.processes.find((written) => !sharesAreWhole(written.steps));
  if (wrong) throw new Error(`shares of ${wrong.key} (${wrong.signer}) do not sum to 1`);
  await keepProcesses(
    tx,
    data.processes.map((written) => ({ id: contentId(written), written })),
  );
  await replaceHandling(tx, data.models);
  return { processes: data.processes.length };
}
