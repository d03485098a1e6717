import { readFileSync } from 'node:fs';
import type { WorkflowData } from './index.ts';

const read = (name: string) => JSON.parse(readFileSync(`db/seeds/${name}`, 'utf8'));

/** Processes and sections of db/seeds, for tests. */
export function seedWorkflow(): WorkflowData {
  return { processes: read('processes.json').processes, models: read('sections.json').models };
}
