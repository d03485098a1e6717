import { civilDateOfDayNumber, dateOf, dayNumber } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Dossier, ScriptedLater } from '#modules/dossiers/index.ts';
import type { Life } from './life.ts';
import { instantOf, officeSeconds, officeTimeAfter } from './office-time.ts';

/** The next press of a life: when it comes up, and what; who gives it is whoever may, when the desk is free. */
export interface Planned {
  readonly at: Instant;
  readonly command: ScriptedLater['command'];
  /** As it is typed at the moment of the press. */
  readonly input: (now: Instant) => ScriptedLater['input'];
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 28_800;

/**
 * What happens next to a dossier that is there, by its state, by what was drawn for its life, and by the time that its
 * limit leaves. Null: nothing any more.
 */
export function nextPress(life: Life, dossier: Dossier, now: Instant): Planned | null {
  switch (dossier.state) {
    case 'accepted':
      return life.annulled
        ? annulling(life, now)
        : press(life, now, 40 * MINUTE * hurry(dossier), 'forward', { note: null });
    case 'in-progress':
      return life.withdrawn && dossier.task === 'work' ? withdrawing(life, now) : ofTask(life, dossier, now);
    case 'awaiting-supplement':
      return ofSilence(life, dossier, now);
    case 'awaiting-payment':
      return press(life, now, 2 * DAY, 'record-payment', {
        by: 'transfer',
        proof: 'Giấy nộp tiền vào ngân sách',
      });
    case 'decided':
      return ofResult(life, dossier, now);
    default:
      return null;
  }
}

type InputOf<C extends ScriptedLater['command']> = Extract<ScriptedLater, { command: C }>['input'];

function press<C extends ScriptedLater['command']>(
  { arrival, draw }: Life,
  now: Instant,
  seconds: number,
  command: C,
  input: InputOf<C> | ((now: Instant) => InputOf<C>),
): Planned {
  const at = officeTimeAfter(arrival.counter.calendar, now, draw.around(seconds) + 30);
  return { at, command, input: typeof input === 'function' ? input : () => input };
}

function annulling(life: Life, now: Instant): Planned {
  return press(life, now, MINUTE, 'annul-acceptance', {
    ground: 'double',
    reason: 'Hồ sơ đã được tiếp nhận trước đó',
  });
}

function withdrawing(life: Life, now: Instant): Planned {
  const { name } = life.person;
  const input = { reason: 'Không còn nhu cầu', originalsReturned: true, receiver: name };
  return press(life, now, DAY, 'withdraw', input);
}

/** What is due today does not lie about for hours. */
function hurry({ filing: { limit } }: Dossier): number {
  if (limit?.unit === 'trong_ngay' || limit?.unit === 'gio') return 0.12;
  return limit && (limit.value ?? 9) <= 2 ? 0.4 : 1;
}

function ofTask(life: Life, dossier: Dossier, now: Instant): Planned | null {
  const fast = hurry(dossier);
  switch (dossier.task) {
    case 'forward':
      return press(life, now, 40 * MINUTE * fast, 'forward', { note: null });
    case 'confirm-receipt':
      return life.paperMissed && dossier.stepIndex === 1 && once(life, 'paper-missed')
        ? press(life, now, HOUR, 'refuse-receipt', { missing: 'Thiếu một giấy tờ trong danh mục' })
        : press(life, now, 25 * MINUTE * fast, 'confirm-receipt', null);
    case 'start':
      return press(life, now, 30 * MINUTE * fast, 'start-step', null);
    case 'work':
      return atWork(life, dossier, now);
    case 'decide':
      return deciding(life, dossier, now);
    default:
      return null;
  }
}

/** True the first time it is asked. */
function once({ happened }: Life, what: 'paper-missed' | 'payment' | 'opinion' | 'apology'): boolean {
  if (happened.has(what)) return false;
  happened.add(what);
  return true;
}

const guidance = {
  items: [{ name: 'Giấy tờ kèm theo', what: 'Nộp bản sao có chứng thực' }],
  reason: 'Bản chụp không rõ',
};

function atWork(life: Life, dossier: Dossier, now: Instant): Planned {
  const { draw } = life;
  const open = dossier.opinions.find((opinion) => opinion.answeredAt === null);
  if (open)
    return press(life, now, 6 * HOUR, 'answer-opinion', {
      order: open.order,
      answer: 'Đơn vị thống nhất với nội dung được hỏi',
    });
  if (life.supplement !== 'none' && dossier.supplements === 0)
    return press(life, now, 3 * HOUR, 'ask-for-supplement', (at) => ({
      ...guidance,
      respondBy: civilDateOfDayNumber(dayNumber(at) + 20),
    }));
  if (life.payment && once(life, 'payment'))
    return press(life, now, 3 * HOUR, 'ask-for-payment', {
      amount: draw.between(2, 90) * 50_000,
      basis: 'Thông báo nộp tiền của Chi cục Thuế khu vực',
      note: null,
    });
  const asked = dossier.steps.find(
    (step) => step.officeId !== dossier.holder?.officeId && step.kind === 'handle',
  );
  if (life.opinion && asked && once(life, 'opinion'))
    return press(life, now, 2 * HOUR, 'ask-opinion', (at) => ({
      officeId: asked.officeId,
      question: 'Đề nghị cho ý kiến về hồ sơ này',
      answerBy: civilDateOfDayNumber(dayNumber(at) + 3),
    }));
  const apology = apologising(life, dossier, now);
  if (apology) return apology;
  const note = draw.chance(0.1) ? 'Đã kiểm tra thành phần hồ sơ' : null;
  const soon = press(life, now, 30 * MINUTE * hurry(dossier), 'finish-step', { note, draft: draftOf(life) });
  return byItsShare(life, dossier, soon);
}

/** A date that will be missed is said before, by who signs: at the latest a working day before, sometimes too late. */
function apologising(life: Life, dossier: Dossier, now: Instant): Planned | null {
  const { dueAt } = dossier.clock;
  if (life.pace <= 1 || dueAt === null || dossier.appointedAt !== null) return null;
  if (!life.draw.chance(0.6) || !once(life, 'apology')) return null;
  const reason = 'Hồ sơ cần xác minh thêm, chưa có kết quả đúng hẹn. Xin lỗi ông/bà và hẹn lại ngày trả.';
  const longer = life.draw.between(2, 7);
  return press(life, now, 4 * HOUR, 're-appoint', (at) => {
    const day = Math.max(dayNumber(dueAt), dayNumber(at)) + longer;
    const morning = instantOf({ day, second: 0 });
    return { date: dateOf(officeTimeAfter(life.arrival.counter.calendar, morning, 0)), reason };
  });
}

function deciding(life: Life, dossier: Dossier, now: Instant): Planned {
  const result = draftOf(life);
  const refusal = { title: 'Thông báo từ chối', content: 'Hồ sơ không đủ điều kiện theo quy định.' };
  const input = life.refused
    ? ({ outcome: 'refused', result: refusal, note: null } as const)
    : ({ outcome: 'granted', result, note: null } as const);
  return byItsShare(life, dossier, press(life, now, 20 * MINUTE * hurry(dossier), 'decide', input));
}

function draftOf({ arrival, person }: Life) {
  const { procedure } = arrival;
  const title = procedure.results[0]?.name ?? procedure.name;
  return { title, content: `Giải quyết hồ sơ ${procedure.name} của ${person.name}.` };
}

/** When its part of the limit is over, at the pace of this life; `soon` is the earliest. */
function byItsShare(life: Life, { steps, stepIndex, plannedFrom, clock }: Dossier, soon: Planned): Planned {
  const { calendar } = life.arrival.counter;
  const counted = steps.slice(plannedFrom);
  const share = (upTo: number) => counted.slice(0, upTo).reduce((sum, step) => sum + step.share, 0);
  const sign = counted.findIndex((step) => step.kind === 'sign');
  const whole = share(sign + 1) || 1;
  const part = Math.min(1, share((stepIndex ?? 1) - plannedFrom + 1) / whole);
  const { countsFrom, dueAt } = clock;
  if (countsFrom === null) return soon;
  const limit = dueAt === null ? 2 * DAY : officeSeconds(calendar, countsFrom, dueAt);
  const at = officeTimeAfter(calendar, countsFrom, limit * life.pace * part);
  return at > soon.at ? { ...soon, at } : soon;
}

function ofSilence(life: Life, dossier: Dossier, now: Instant): Planned | null {
  if (dossier.task === 'announce-supplement')
    return press(life, now, 90 * MINUTE, 'announce-supplement', { by: 'phone', note: null });
  if (life.supplement === 'silent') {
    const after =
      dossier.respondBy &&
      officeTimeAfter(
        life.arrival.counter.calendar,
        instantOf({ day: dayNumber(dossier.respondBy) + 1, second: 0 }),
        0,
      );
    return after && press(life, after, 3 * HOUR, 'close-for-silence', { note: null });
  }
  const paper = { key: null, name: 'Giấy tờ kèm theo', way: 'submit', originals: 0 } as const;
  const papers = [{ ...paper, certifiedCopies: 1, photocopies: 0, files: [] }];
  return press(life, now, 3 * DAY, 'receive-supplement', { papers, note: null });
}

function ofResult(life: Life, dossier: Dossier, now: Instant): Planned | null {
  if (life.told && dossier.told === null)
    return press(life, now, 3 * HOUR, 'announce-result', { way: 'phone', outcome: 'reached', note: null });
  if (!life.fetched) return null;
  const { returnMethod } = dossier.filing;
  const receiver = { name: life.person.name, idNumber: life.person.idNumber, relation: null };
  const by = returnMethod === 'counter' ? 'signature' : returnMethod;
  const proofOn = (at: Instant) =>
    by === 'signature' ? 'Ký nhận trên sổ' : by === 'post' ? `Phiếu gửi ${dateOf(at)}` : 'Gửi vào tài khoản';
  const wait = returnMethod === 'electronic' ? HOUR : DAY;
  return press(life, now, wait, 'hand-over', (at) => ({
    ...{ by, receiver, toAuthorised: false },
    proof: proofOn(at),
  }));
}
