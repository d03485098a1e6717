import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Empty } from '#ui/components/empty.tsx';
import { MOST_WAYS, type Ways } from '../actions/ask-ways.ts';
import { flowOfSteps, passagesOf } from '../rules/flow-of-steps.ts';
import { asides, rework } from '../rules/moves.ts';
import { type SummedWays, sumUpWays } from '../rules/ways.ts';
import { StepTable } from './step-table.tsx';
import { VariantTable } from './variant-table.tsx';
import { WayDrawing } from './way-drawing.tsx';
import { namesOf, shareInWords } from './way-words.ts';

interface WaysOfProcedureProps {
  readonly t: Words;
  readonly ways: Ways;
}

export function WaysOfProcedure({ t, ways }: WaysOfProcedureProps) {
  if (ways.ways.length === 0)
    return (
      <Empty title={t('flow.ways.no-end')}>
        <p>{t('flow.ways.no-end-note', { open: groupThousands(ways.open) })}</p>
      </Empty>
    );
  const design = ways.design.map(({ code }) => code);
  const summed = sumUpWays(design, ways.ways, rework);
  const moves = ways.ways.map((way) => way.moves);
  const steps = flowOfSteps(design, moves);
  const between = flowOfSteps(asides, moves).filter(({ passed }) => passed > 0);
  const nameOf = namesOf(t, ways.names);
  const whole = summed.count;
  return (
    <div class="stack">
      <Answer t={t} ways={ways} summed={summed} />
      <div class="waypair">
        <WayDrawing
          t={t}
          design={ways.design}
          steps={steps}
          passages={passagesOf(design, moves)}
          whole={whole}
        />
        <StepTable
          {...{ t, whole, nameOf }}
          caption={t('flow.steps.caption')}
          head={t('flow.steps.step')}
          rows={steps}
          withSkipped
        />
      </div>
      {between.length > 0 ? (
        <StepTable
          {...{ t, whole, nameOf }}
          caption={t('flow.between.caption')}
          head={t('flow.between.what')}
          rows={between}
          withSkipped={false}
        />
      ) : null}
      <VariantTable {...{ t, whole, nameOf, design }} variants={summed.variants} />
      <p class="subtle">{t('flow.ways.rule')}</p>
    </div>
  );
}

interface AnswerProps extends WaysOfProcedureProps {
  readonly summed: SummedWays;
}

/** What a leader reads out. */
function Answer({ t, ways, summed }: AnswerProps) {
  const { count, variants, asDesigned, withRework } = summed;
  return (
    <div>
      <p>
        {t('flow.answer.whole', {
          n: groupThousands(count),
          variants: groupThousands(variants.length),
          open: groupThousands(ways.open),
        })}
      </p>
      <p>
        {t('flow.answer.followed', {
          n: groupThousands(asDesigned),
          share: shareInWords(asDesigned, count),
          again: groupThousands(withRework),
          againShare: shareInWords(withRework, count),
        })}
      </p>
      {ways.over > count ? (
        <p>{t('flow.answer.cut', { most: groupThousands(MOST_WAYS), over: groupThousands(ways.over) })}</p>
      ) : null}
      {ways.otherwise > 0 ? <p>{t('flow.answer.otherwise', { n: groupThousands(ways.otherwise) })}</p> : null}
    </div>
  );
}
