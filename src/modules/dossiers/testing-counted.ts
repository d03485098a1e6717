import { civilDate } from '#kernel/civil-date.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { countAgain, countCompleted, goingOn, standingStill } from './rules/count-again.ts';
import { anActor, clerk, leader, offices, specialist } from './testing.ts';
import { anAccepted, type History, effects as of2018 } from './testing-history.ts';

export const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2026-12-31'),
});
const asked = anActor('specialist', offices.asked, 'asked');

export function inWork(history: History = anAccepted()): History {
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  history.try('start-step', specialist);
  return history;
}

const leaderOf = (history: History) => {
  history.try('finish-step', specialist);
  return leader;
};

/** What the actions do: the engine counts, the history keeps it. Each answers as `History.try`. */
export const counted = (effects = of2018) => ({
  ask: (history: History) => {
    const still = countAgain(calendar, standingStill(history.dossier, history.now));
    const who = history.dossier.supplements > 0 ? leaderOf(history) : specialist;
    return still ? history.try('ask-for-supplement', who, { still, effects }) : 'no clock';
  },
  complete: (history: History) => {
    const done = countCompleted(calendar, history.dossier, history.now);
    return done ? history.try('receive-supplement', clerk, done) : 'no clock';
  },
  bill: (history: History) => {
    const still = countAgain(calendar, standingStill(history.dossier, history.now));
    return still ? history.try('ask-for-payment', specialist, { still, effects }) : 'no clock';
  },
  pay: (history: History) => {
    const done = countAgain(calendar, goingOn(history.dossier, history.now));
    return done ? history.try('record-payment', clerk, done) : 'no clock';
  },
  consult: (history: History, suspends = true) => {
    const still = countAgain(calendar, standingStill(history.dossier, history.now));
    return still ? history.try('ask-opinion', specialist, { suspends, still, effects }) : 'no clock';
  },
  answer: (history: History) => {
    const order = history.dossier.opinions.find(({ answeredAt }) => answeredAt === null)?.order ?? 0;
    const goesOn = countAgain(calendar, goingOn(history.dossier, history.now));
    return history.try('answer-opinion', asked, { order, goesOn });
  },
});
export type CountedPress = keyof ReturnType<typeof counted>;
