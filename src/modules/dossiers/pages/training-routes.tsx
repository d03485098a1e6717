import { holdsRole } from '#kernel/actor.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import { listTrainingFor } from '../actions/list-training.ts';
import { reading } from '../rules/desk-roles.ts';
import { TRAINING_KEPT_DAYS } from '../rules/training.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { TrainingPage } from './training-page.tsx';

export function trainingRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.training,
      access: { roles: reading },
      handle: async (request) => {
        const { actor } = readerOf(request);
        return page(
          <TrainingPage
            frame={await deps.deskFrame(request)}
            lines={await listTrainingFor(deps.db, actor)}
            mayBegin={holdsRole(actor, ['reception-officer', 'postal-staff'])}
            keptDays={TRAINING_KEPT_DAYS}
          />,
        );
      },
    }),
  ];
}
