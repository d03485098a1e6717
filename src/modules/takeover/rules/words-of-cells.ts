import { fold } from '#kernel/vietnamese-text.ts';
import type { Channel, ReturnMethod } from '#modules/dossiers/index.ts';

/** Where it is, as a cell says it. `over`: not open any more, so there is nothing to take over. */
export type OldState =
  | 'at-one-stop'
  | 'in-work'
  | 'to-sign'
  | 'awaiting-supplement'
  | 'awaiting-payment'
  | 'ready'
  | 'over';

const states: Readonly<Record<OldState, readonly string[]>> = {
  'at-one-stop': ['cho chuyen', 'moi tiep nhan', 'da tiep nhan', 'tai mot cua'],
  'in-work': ['dang giai quyet', 'dang xu ly', 'dang thu ly', 'cho xu ly'],
  'to-sign': ['cho ky', 'trinh ky', 'cho ky duyet', 'dang trinh ky'],
  'awaiting-supplement': ['cho bo sung', 'dung cho bo sung', 'yeu cau bo sung'],
  'awaiting-payment': ['cho nop tien', 'cho thuc hien nghia vu tai chinh', 'cho nghia vu tai chinh'],
  ready: ['cho tra ket qua', 'da co ket qua', 'co ket qua', 'cho tra'],
  over: [
    'da tra',
    'da tra ket qua',
    'hoan thanh',
    'ket thuc',
    'tu choi',
    'rut',
    'da rut',
    'huy',
    'dung giai quyet',
  ],
};

const channels: Readonly<Record<Channel, readonly string[]>> = {
  direct: ['', 'truc tiep', 'tai quay', 'mot cua'],
  post: ['buu chinh', 'buu chinh cong ich', 'qua buu chinh'],
  online: ['truc tuyen', 'qua mang', 'online'],
  home: ['tai nha', 'hen tai nha'],
};

const returns: Readonly<Record<ReturnMethod, readonly string[]>> = {
  counter: ['', 'tai quay', 'truc tiep', 'mot cua'],
  post: ['buu chinh', 'buu chinh cong ich', 'qua buu chinh'],
  electronic: ['dien tu', 'ban dien tu', 'truc tuyen'],
};

function oneOf<T extends string>(known: Readonly<Record<T, readonly string[]>>, text: string): T | undefined {
  const folded = fold(text);
  return (Object.keys(known) as T[]).find((key) => key === folded || known[key].includes(folded));
}

export const stateOf = (text: string) => oneOf(states, text);
export const channelOf = (text: string) => oneOf(channels, text);
export const returnOf = (text: string) => oneOf(returns, text);
