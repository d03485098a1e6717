import { holdsRole } from '#kernel/actor.ts';
import type { RequestContext } from '#platform/http/route.ts';
import { State } from '#ui/components/state.tsx';
import type { ReminderDeps } from '../deps.ts';
import { overseers, placesWatchedBy } from '../rules/places-watched.ts';
import { countMine, countStanding } from '../store/standing.ts';
import { actorOf, paths } from './page-deps.ts';

/** On the page where the day begins: how many reminders, and for who oversees whether anybody is owed an apology. */
export async function startLines({ db }: Pick<ReminderDeps, 'db'>, request: RequestContext) {
  const { t } = request;
  const actor = actorOf(request);
  const { all, broken } = await countMine(db, actor.accountId);
  const owed = holdsRole(actor, overseers)
    ? (await countStanding(db, placesWatchedBy(actor), request.legalNow, 'apology')).find(
        ({ level }) => level === 'broken',
      )
    : undefined;
  const apologies = owed?.count ?? 0;
  return (
    <div class="row start-lines">
      {all > 0 ? (
        <p>
          <State icon={broken > 0 ? 'late' : 'clock'} tone={broken > 0 ? 'danger' : 'warning'}>
            <a href={paths.mine}>{t('reminders.start.mine', { n: all, broken })}</a>
          </State>
        </p>
      ) : null}
      {holdsRole(actor, overseers) ? (
        <p>
          <State icon={apologies > 0 ? 'late' : 'ok'} tone={apologies > 0 ? 'danger' : 'success'}>
            <a href={paths.apologies}>
              {apologies > 0
                ? t('reminders.start.apologies', { n: apologies })
                : t('reminders.start.no-apologies')}
            </a>
          </State>
        </p>
      ) : null}
    </div>
  );
}
