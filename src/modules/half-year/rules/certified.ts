import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { atTheCounter, comesInTime, earlier, openDays } from './arrivals.ts';
import { Draw, Weighted } from './draw.ts';
import { inventPerson } from './person.ts';
import { holdsOn } from './spans.ts';
import type { Counter, World } from './world.ts';

/** Somebody comes to have something certified: what the clerk will type. */
export interface Request {
  readonly index: number;
  readonly at: Instant;
  readonly counter: Counter;
  readonly fields: Readonly<Record<string, string>>;
}

/** So many for each dossier: of a commune the most frequent work. */
export const CERTIFIED_SHARE = 0.3;
/** How often each procedure is wanted, compared with the others; those not named never. */
const wanted: Readonly<Record<string, number>> = { '2.000815': 80, '2.000884': 15, '2.001035': 5 };
const weights: Readonly<Record<string, number>> = { huyen: 2, xa: 1 };
const EXEMPT = 0.02;

const originals = [
  ['Căn cước công dân', 1, 2],
  ['Giấy khai sinh', 1, 2],
  ['Bằng tốt nghiệp trung học phổ thông', 1, 1],
  ['Giấy chứng nhận quyền sử dụng đất', 2, 4],
  ['Sổ hộ khẩu', 4, 8],
  ['Giấy chứng nhận kết hôn', 1, 2],
  ['Học bạ', 12, 20],
  ['Giấy phép lái xe', 1, 2],
  ['Sổ bảo hiểm xã hội', 2, 6],
] as const;
const signed = ['Sơ yếu lý lịch', 'Giấy ủy quyền', 'Tờ khai nhân thân', 'Đơn xin xác nhận'];
const contracts = [
  'Hợp đồng chuyển nhượng quyền sử dụng đất',
  'Hợp đồng tặng cho quyền sử dụng đất',
  'Hợp đồng thế chấp quyền sử dụng đất',
];

/** All who come in the half-year to have something certified, in the order of time; indexes from `first` on. */
export function inventRequests(world: World, count: number, seed: number, first: number): Request[] {
  const draw = new Draw(seed + 29);
  const counters = new Weighted(
    world.counters.map((counter) => [counter, weights[counter.level] ?? 0] as const),
  );
  const opened = new Map<Counter, Weighted<number>>();
  const made = Array.from({ length: count }, () => {
    const counter = counters.draw(draw);
    const days = opened.get(counter) ?? openDays(world, counter);
    opened.set(counter, days);
    const drawn = atTheCounter(draw, counter, days.draw(draw));
    const at = comesInTime(world, counter, 'direct', drawn) ? drawn : earlier(drawn, draw, counter);
    return { at, counter, fields: fieldsFor(draw, counter, at) };
  });
  return made
    .filter((one) => one.fields !== null)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((one, n) => ({ ...one, fields: one.fields ?? {}, index: first + n }));
}

/** Null: nothing of the kind is certified here on the day. */
function fieldsFor(draw: Draw, counter: Counter, at: Instant): Request['fields'] | null {
  const here = holdsOn(counter.certified, dateOf(at)).filter((code) => (wanted[code] ?? 0) > 0);
  if (here.length === 0) return null;
  const code = new Weighted(here.map((one) => [one, wanted[one] ?? 0] as const)).draw(draw);
  const { name, idNumber, address, phone } = inventPerson(draw, counter.places);
  const asks = { name, 'id-number': idNumber ?? '', address, phone: phone ?? '' };
  const reason = 'Hộ nghèo, có giấy xác nhận';
  const exempt = draw.chance(EXEMPT) ? { exempt: 'decided', 'exempt-reason': reason } : {};
  const way = draw.chance(0.93) ? 'cash' : 'transfer';
  return { code, ...asks, ...documentsOf(draw, code, name, counter), ...exempt, 'fee-way': way };
}

function documentsOf(draw: Draw, code: string, name: string, { places }: Counter): Request['fields'] {
  if (code === '2.000884')
    return { 'documents.0.name': draw.one(signed), 'documents.0.copies': String(draw.between(1, 2)) };
  if (code === '2.001035')
    return {
      'documents.0.name': draw.one(contracts),
      'documents.0.who': `${name} và ${inventPerson(draw, places).name}`,
    };
  const count = draw.chance(0.55) ? 1 : draw.between(2, 4);
  const chosen = new Set<(typeof originals)[number]>();
  const fields = Array.from({ length: count }, (_, n) => {
    const drawn = originals.indexOf(draw.one(originals));
    const others = [...originals.slice(drawn), ...originals.slice(0, drawn)];
    const original = others.find((one) => !chosen.has(one)) ?? originals[0]; // nobody brings the same one twice
    chosen.add(original);
    const [document, least, most] = original;
    return [
      [`documents.${n}.name`, document],
      [`documents.${n}.pages`, String(draw.between(least, most))],
      [`documents.${n}.copies`, String(draw.between(1, 4))],
    ] as const;
  });
  return Object.fromEntries(fields.flat());
}
