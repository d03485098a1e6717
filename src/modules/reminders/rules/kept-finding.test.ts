import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { aWatched, aWatching } from '../testing-watched.ts';
import { findings } from './find.ts';
import { changes, keptFinding } from './kept-finding.ts';

const keptOf = (dossier: ReturnType<typeof aWatched>, text: string) =>
  findings(dossier, aWatching(text, { stillHours: 8 })).map((one) => keptFinding(dossier, one));

test('the same look writes nothing; what has moved, turned or ended does', () => {
  const near = keptOf(aWatched(), '2022-07-29T10:00');
  expect(near.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['apology near', 'still broken']);
  expect(changes(near, keptOf(aWatched(), '2022-07-29T16:00'))).toEqual({ saved: [], gone: [] });
  const moved = keptOf(aWatched({ seq: 5 }), '2022-07-29T16:00');
  expect(changes(near, moved).saved).toEqual(moved);
  const broken = keptOf(aWatched(), '2022-07-29T17:01');
  expect(changes(near, broken)).toMatchObject({ saved: [{ rule: 'apology', level: 'broken' }], gone: [] });
  const apologised = keptOf(
    aWatched({ appointedAt: instant('2022-08-05T17:00'), movedAt: instant('2022-07-29T16:00') }),
    '2022-07-29T17:01',
  );
  expect(apologised).toEqual([]);
  expect(changes(near, apologised).gone).toEqual(near);
  expect(changes([], near).saved).toEqual(near);
});
