import type { Actor } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { askForSupplement } from './actions/ask-for-supplement.ts';
import { correctProcedure } from './actions/correct-procedure.ts';
import { decide } from './actions/decide.ts';
import { takeBack } from './actions/take-back.ts';
import { withdraw } from './actions/withdraw.ts';
import type { aRoad } from './testing-road.ts';

/** What happens to dossiers of a road after a report of them was made. */
export function later({ office, clerk, specialist, press, toTheLeader }: Awaited<ReturnType<typeof aRoad>>) {
  const { deps } = office;
  const done = (outcome: Outcome<unknown>) => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  };
  return {
    askForMore: async (number: string) =>
      done(
        await askForSupplement(deps, await press(specialist, number), {
          items: [{ name: 'Hợp đồng thuê', what: 'bản chính' }],
          reason: 'Chưa có hợp đồng thuê địa điểm',
          respondBy: null,
        }),
      ),
    correctTo: async (number: string, code: string) => {
      const procedure = await office.procedure(code);
      const caseKey = procedure.cases[0]?.key ?? null;
      const input = { code, caseKey, reason: 'Chọn nhầm thủ tục' };
      done(await correctProcedure(deps, await press(clerk, number), input));
    },
    /** Answers who signed. */
    decided: async (number: string): Promise<Actor> => {
      const leader = await toTheLeader(number);
      done(
        await decide(deps, await press(leader, number), {
          outcome: 'granted',
          result: { title: 'Giấy chứng nhận đăng ký hộ kinh doanh', content: 'Cấp cho bà Duyên' },
          note: null,
        }),
      );
      return leader;
    },
    takenBack: async (leader: Actor, number: string) =>
      done(await takeBack(deps, await press(leader, number), { reason: 'Sai tên người được cấp' })),
    withdrawn: async (number: string) =>
      done(
        await withdraw(deps, await press(clerk, number), {
          reason: 'Không còn nhu cầu',
          originalsReturned: true,
          receiver: 'Lê Minh Đức',
        }),
      ),
  };
}
