import type { CommandName } from '../rules/transitions.ts';

/** Where each command of this page is given; reception's own commands have their pages there. */
export const slugs = {
  forward: 'chuyen',
  'confirm-receipt': 'nhan',
  'refuse-receipt': 'tu-choi-nhan',
  'start-step': 'bat-dau',
  'finish-step': 'xong',
  'return-step': 'tra-lai-buoc',
  reassign: 'giao',
  'ask-for-supplement': 'bo-sung',
  'announce-supplement': 'bao-bo-sung',
  'receive-supplement': 'nhan-bo-sung',
  'ask-opinion': 'hoi-y-kien',
  'answer-opinion': 'tra-loi-y-kien',
  'ask-for-payment': 'yeu-cau-nop-tien',
  'record-payment': 'da-nop-tien',
  're-appoint': 'hen-lai',
  'record-hand-signature': 'ky-tay',
  decide: 'ky',
  'take-back': 'thu-hoi',
  'announce-date': 'bao-ngay-hen',
  'announce-result': 'bao-ket-qua',
  'hand-over': 'tra-ket-qua',
  withdraw: 'rut',
  stop: 'dung',
  'close-for-silence': 'dong-ho-so',
  'correct-data': 'sua',
  'correct-procedure': 'sua-thu-tuc',
  'correct-cause': 'nguyen-nhan',
  'annul-acceptance': 'huy-tiep-nhan',
  erase: 'xoa-du-lieu-ca-nhan',
} as const satisfies Partial<Record<CommandName, string>>;

export type PageCommand = keyof typeof slugs;

export function isPageCommand(command: CommandName): command is PageCommand {
  return command in slugs;
}
