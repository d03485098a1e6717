import type { Role } from '#kernel/actor.ts';
import type { State, Task } from './dossier.ts';

/**
 * Where a command is given: the office whose post it needs. `leadership`: of the agency, and whoever answers for
 * this dossier. `asked`: an office that was asked for its opinion and has not answered.
 */
export type Place = 'intake' | 'return' | 'holder' | 'agency' | 'leadership' | 'asked';

export interface Transition {
  /** `draft`: nothing has been recorded yet. */
  readonly from: readonly (State | 'draft')[];
  readonly tasks?: readonly Task[];
  readonly roles: readonly Role[];
  readonly place: Place;
  /** Only who holds it personally, once somebody does. */
  readonly holderOnly?: boolean;
}

const reception: readonly Role[] = ['reception-officer', 'postal-staff'];
const oneStop: readonly Role[] = ['reception-officer', 'one-stop-head'];
const handlers: readonly Role[] = ['specialist', 'unit-leader'];
const openButDecided: readonly State[] = [
  'submitted',
  'correction-asked',
  'accepted',
  'in-progress',
  'awaiting-supplement',
  'awaiting-payment',
];

/** State → allowed commands, as `dossier.md` says; enumerated by a test. */
export const transitions = {
  submit: { from: ['draft'], roles: reception, place: 'intake' },
  accept: { from: ['draft', 'submitted', 'correction-asked'], roles: reception, place: 'intake' },
  'ask-for-correction': { from: ['draft', 'submitted'], roles: reception, place: 'intake' },
  'not-accept': { from: ['draft', 'submitted', 'correction-asked'], roles: reception, place: 'intake' },
  'correct-data': { from: ['accepted', 'in-progress'], roles: oneStop, place: 'intake' },
  'annul-acceptance': { from: ['accepted', 'in-progress'], roles: ['one-stop-head'], place: 'intake' },
  'correct-procedure': { from: ['accepted', 'in-progress'], roles: oneStop, place: 'intake' },
  forward: { from: ['accepted', 'in-progress'], tasks: ['forward'], roles: oneStop, place: 'intake' },
  'confirm-receipt': {
    from: ['in-progress'],
    tasks: ['confirm-receipt'],
    roles: handlers,
    place: 'holder',
  },
  'refuse-receipt': {
    from: ['in-progress'],
    tasks: ['confirm-receipt'],
    roles: handlers,
    place: 'holder',
  },
  'start-step': {
    from: ['in-progress'],
    tasks: ['start'],
    roles: handlers,
    place: 'holder',
    holderOnly: true,
  },
  'finish-step': {
    from: ['in-progress'],
    tasks: ['work'],
    roles: handlers,
    place: 'holder',
    holderOnly: true,
  },
  'return-step': {
    from: ['in-progress'],
    tasks: ['start', 'work', 'decide'],
    roles: [...handlers, 'signing-leader'],
    place: 'holder',
    holderOnly: true,
  },
  reassign: {
    from: ['in-progress'],
    tasks: ['confirm-receipt', 'start', 'work'],
    roles: ['unit-leader'],
    place: 'holder',
  },
  'ask-for-supplement': {
    from: ['in-progress'],
    tasks: ['work', 'decide'],
    roles: [...handlers, 'signing-leader'],
    place: 'holder',
    holderOnly: true,
  },
  'announce-supplement': {
    from: ['awaiting-supplement'],
    tasks: ['announce-supplement'],
    roles: oneStop,
    place: 'intake',
  },
  'receive-supplement': { from: ['awaiting-supplement'], roles: oneStop, place: 'intake' },
  'ask-for-payment': {
    from: ['in-progress'],
    tasks: ['work', 'decide'],
    roles: [...handlers, 'signing-leader'],
    place: 'holder',
    holderOnly: true,
  },
  'record-payment': { from: ['awaiting-payment'], roles: oneStop, place: 'intake' },
  'ask-opinion': {
    from: ['in-progress'],
    tasks: ['work', 'decide'],
    roles: [...handlers, 'signing-leader'],
    place: 'holder',
    holderOnly: true,
  },
  'answer-opinion': {
    from: ['in-progress', 'awaiting-supplement', 'awaiting-payment'],
    roles: [...handlers, 'signing-leader'],
    place: 'asked',
  },
  're-appoint': { from: ['in-progress'], roles: ['signing-leader'], place: 'leadership' },
  'record-hand-signature': { from: ['accepted', 'in-progress'], roles: oneStop, place: 'intake' },
  decide: { from: ['in-progress'], tasks: ['decide'], roles: ['signing-leader'], place: 'holder' },
  'take-back': { from: ['decided'], roles: ['signing-leader'], place: 'leadership' },
  'announce-date': { from: ['accepted', 'in-progress'], roles: oneStop, place: 'intake' },
  'announce-result': {
    from: ['decided'],
    tasks: ['hand-over'],
    roles: ['result-clerk', ...oneStop],
    place: 'return',
  },
  'hand-over': {
    from: ['decided'],
    roles: ['result-clerk', 'reception-officer', 'postal-staff'],
    place: 'return',
  },
  withdraw: { from: openButDecided, roles: oneStop, place: 'intake' },
  stop: { from: openButDecided, roles: ['signing-leader'], place: 'leadership' },
  'close-for-silence': {
    from: ['awaiting-supplement'],
    roles: ['one-stop-head', 'signing-leader'],
    place: 'leadership',
  },
  'correct-cause': {
    from: ['accepted', 'in-progress', 'decided', 'returned', 'stopped'],
    roles: ['one-stop-head', 'signing-leader'],
    place: 'leadership',
  },
  erase: {
    from: ['not-accepted', 'returned', 'withdrawn', 'stopped'],
    tasks: ['none'],
    roles: ['data-protection-officer'],
    place: 'agency',
  },
} as const satisfies Record<string, Transition>;

export type CommandName = keyof typeof transitions;
export const commandNames = Object.keys(transitions) as CommandName[];
