import { groupThousands } from '#kernel/money.ts';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { flowOfSteps } from '../rules/flow-of-steps.ts';
import { sumUpWays, type TimedWay } from '../rules/ways.ts';
import type { StoredLog } from '../store/logs.ts';
import { WAYS_PATH } from './page-deps.ts';
import { StepTable } from './step-table.tsx';
import { VariantTable } from './variant-table.tsx';
import { daysOf, namesOf } from './way-words.ts';

interface LogPageProps {
  readonly frame: DeskFrame;
  readonly log: StoredLog;
  readonly ways: readonly TimedWay[];
}

/** The ways of an imported log: nobody knows here how they were designed, nor the office hours. */
export function LogPage({ frame, log, ways }: LogPageProps) {
  const { t } = frame;
  const moves = ways.map((way) => way.moves);
  const activities = [...new Set(moves.flat().map(({ code }) => code))];
  const steps = flowOfSteps(activities, moves).sort((a, b) => b.passed - a.passed);
  const { variants, count: whole } = sumUpWays([], ways, []);
  const nameOf = namesOf(t, new Map(activities.map((name) => [name, name])));
  const [first, last] = daysOf(log);
  return (
    <DeskLayout
      frame={frame}
      title={log.name}
      crumbs={[{ label: t('flow.ways.title'), href: WAYS_PATH }, { label: log.name }]}
    >
      <PageTitle
        title={log.name}
        note={t('flow.logs.note', {
          cases: groupThousands(log.cases),
          events: groupThousands(log.events),
          ...{ first, last },
        })}
      />
      {whole === 0 ? (
        <Empty title={t('flow.logs.empty')}>
          <p>{t('flow.logs.empty-note')}</p>
        </Empty>
      ) : (
        <div class="stack">
          <p>
            {t('flow.logs.read', { n: groupThousands(whole), variants: groupThousands(variants.length) })}
          </p>
          <StepTable
            {...{ t, whole, nameOf }}
            caption={t('flow.logs.activities')}
            head={t('flow.logs.activity')}
            rows={steps}
            withSkipped
          />
          <VariantTable {...{ t, whole, nameOf, variants }} design={null} />
        </div>
      )}
    </DeskLayout>
  );
}
