import type { Actor } from '#kernel/actor.ts';
import type { Queries } from '#platform/db/database.ts';
import { readableOffices } from '../rules/access.ts';
import { transitions } from '../rules/transitions.ts';
import { countTraining, listTraining, type Practising, type TrainingLine } from '../store/training.ts';
import { officesOf } from './list-asked.ts';
import { workOf } from './list-my-work.ts';

const MOST = 100;

/** Training dossiers that this person may read, those that wait for them first. */
export function listTrainingFor(q: Queries, actor: Actor): Promise<TrainingLine[]> {
  return listTraining(q, readableOffices(actor), practising(actor), MOST);
}

export function countTrainingFor(q: Queries, actor: Actor): Promise<number> {
  return countTraining(q, practising(actor));
}

function practising(actor: Actor): Practising {
  return { ...workOf(actor), answeringIds: officesOf(actor, transitions['answer-opinion'].roles) };
}
