import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { checkIncident, type Incident, type NewIncident, type Stretch, touches } from './incident.ts';

const now = instant('2022-07-25T12:00');
const good: NewIncident = {
  ...{ system: 'software', from: instant('2022-07-25T08:00'), to: instant('2022-07-25T10:00') },
  ...{ officeIds: null, what: 'Máy chủ treo' },
};

test.each([
  [{}, 'ok'],
  [{ to: null }, 'ok'],
  [{ system: 'x' as 'software' }, 'incidents/system-missing'],
  [{ officeIds: [] }, 'incidents/office-missing'],
  [{ from: instant('2022-07-25T12:01'), to: null }, 'incidents/begins-later'],
  [{ to: instant('2022-07-25T08:00') }, 'incidents/ends-before'],
  [{ to: instant('2022-07-25T12:01') }, 'incidents/ends-later'],
  [{ what: '  ' }, 'incidents/what-missing'],
])('recorded with %j: %s', (change, wanted) => {
  const said = checkIncident({ ...good, ...change }, now);
  expect(said.ok ? 'ok' : said.refusal.code).toBe(wanted);
});

const incident: Incident = {
  ...{ ...good, id: 'i', officeIds: ['a'] },
  ...{ recordedBy: null, recordedByName: 'Một Cửa', recordedAt: now },
};
const at = (time: string) => instant(`2022-07-25T${time}`);
const held = (officeId: string, from: string, kind = 'running'): Stretch => ({
  kind,
  officeId,
  from: at(from),
});

test('touches the time of its offices only, and nothing that had ended', () => {
  expect(touches(incident, [held('a', '07:00')], now)).toBe(true);
  expect(touches(incident, [held('b', '07:00')], now)).toBe(false);
  expect(touches(incident, [held('a', '07:00'), held('b', '08:00')], now)).toBe(false);
  expect(touches(incident, [held('b', '07:00'), held('a', '10:00')], now)).toBe(false);
  expect(touches({ ...incident, officeIds: null }, [held('b', '07:00')], now)).toBe(true);
  const ended: Stretch = { kind: 'ended', officeId: null, from: at('07:30') };
  expect(touches({ ...incident, officeIds: null }, [held('a', '07:00'), ended], now)).toBe(false);
  expect(touches({ ...incident, to: null, from: at('11:00') }, [held('a', '07:00')], now)).toBe(true);
});

const minute = (minutes: number): Instant => instantOfMs(msOfInstant(at('00:00')) + minutes * 60_000);

test('law: it touches exactly when some minute of it belongs to one of its offices', () => {
  const stretches = fc
    .array(fc.tuple(fc.nat({ max: 600 }), fc.constantFrom('a', 'b', 'ended')), { minLength: 1, maxLength: 6 })
    .map((all) =>
      all
        .sort(([a], [b]) => a - b)
        .map(([from, who]) =>
          who === 'ended'
            ? { kind: 'ended', officeId: null, from: minute(from) }
            : { kind: 'running', officeId: who, from: minute(from) },
        ),
    );
  fc.assert(
    fc.property(stretches, fc.nat({ max: 600 }), fc.integer({ min: 1, max: 300 }), (all, from, length) => {
      const one = { ...incident, from: minute(from), to: minute(from + length) };
      const owner = (m: number) => all.findLast((stretch) => stretch.from <= minute(m));
      const minutes = Array.from({ length }, (_, index) => from + index).filter((m) => minute(m) < now);
      const wanted = minutes.some((m) => owner(m)?.officeId === 'a');
      expect(touches(one, all, now)).toBe(wanted);
    }),
  );
});
