import { expect, test } from 'vitest';
import { Way } from './happened.ts';
import { movesOf } from './moves.ts';
import { eventsOf } from './testing-way.ts';

const codes = (...happened: Parameters<typeof eventsOf>) =>
  movesOf(eventsOf(...happened)).map(({ code }) => code);

test('the way as designed: reception is done when it is forwarded', () => {
  const moves = movesOf(
    eventsOf(
      ...([
        ['accepted'],
        ['slip-printed'],
        ['forwarded', 1],
        ['receipt-confirmed', 1],
        ['step-started', 1],
      ] as const),
      ...([
        ['step-finished', 1],
        ['step-started', 2],
        ['step-finished', 2],
        ['decided'],
        ['handed-over'],
      ] as const),
    ),
  );
  expect(moves.map(({ code }) => code)).toEqual(['tiep-nhan', 'thu-ly', 'tham-dinh', 'ky', 'tra-ket-qua']);
  expect(moves[0]?.at).toBe('2022-07-18T10:00:00+07:00');
});

test('what is decided at the counter was received too', () => {
  expect(codes(['accepted'], ['signed-by-hand'], ['handed-over'])).toEqual([
    'tiep-nhan',
    'ky',
    'tra-ket-qua',
  ]);
});

test('work that is done again stands there again', () => {
  expect(
    codes(
      ...([
        ['accepted'],
        ['forwarded', 1],
        ['receipt-refused', 1, 0],
        ['forwarded', 1],
        ['step-finished', 1],
      ] as const),
      ...([
        ['step-returned', 2, 1],
        ['supplement-asked'],
        ['supplement-received'],
        ['step-finished', 1],
      ] as const),
      ...([['decided'], ['decision-taken-back'], ['decided']] as const),
    ),
  ).toEqual([
    ...['tiep-nhan', 'receipt-refused', 'tiep-nhan', 'thu-ly', 'step-returned', 'supplement-asked', 'thu-ly'],
    ...['ky', 'decision-taken-back', 'ky'],
  ]);
});

test('an event is about the step that it names, or that the dossier is at', () => {
  const way = new Way();
  const read = eventsOf(
    ...([['accepted'], ['forwarded', 1], ['reassigned'], ['step-finished', 1], ['reassigned']] as const),
    ...([['step-returned', 2, 1], ['reassigned'], ['opinion-asked'], ['decided']] as const),
  ).map((event) => way.next(event));
  expect(read.map(({ step, transition }) => `${step?.code ?? '–'} ${transition}`)).toEqual([
    ...['tiep-nhan start', 'tiep-nhan complete', 'thu-ly reassign', 'thu-ly complete', 'tham-dinh reassign'],
    ...['– complete', 'thu-ly reassign', '– complete', 'ky complete'],
  ]);
});

test('of a dossier that was taken over nobody knows its step before an event names it', () => {
  const way = new Way();
  const [, unknown, named] = eventsOf(['taken-over'], ['reassigned'], ['step-finished', 1]).map((event) =>
    way.next(
      event.type === 'taken-over' ? { ...event, steps: eventsOf(['accepted'])[0]?.steps ?? null } : event,
    ),
  );
  expect(unknown?.step).toBeNull();
  expect(named?.step?.code).toBe('thu-ly');
});
