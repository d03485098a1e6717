import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** `at-return`: becomes due when the result is handed over. `exempt`: a fee that nobody pays. */
export const paymentStates = ['at-return', 'due', 'paid', 'given-back', 'exempt', 'dropped'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** `fall-due`: the result was handed over. `drop`: the dossier ended before anything was paid. */
export const paymentCommands = ['fall-due', 'take', 'void', 'give-back', 'drop'] as const;
export type PaymentCommand = (typeof paymentCommands)[number];

type Row = Readonly<Partial<Record<PaymentCommand, PaymentState>>>;

/** State → command → next state: the life of a payment, beside that of its dossier. */
export const paymentTransitions: Readonly<Record<PaymentState, Row>> = {
  'at-return': { 'fall-due': 'due', take: 'paid', drop: 'dropped' },
  due: { take: 'paid', drop: 'dropped' },
  paid: { void: 'due', 'give-back': 'given-back' },
  'given-back': {},
  exempt: {},
  dropped: {},
};

const refusals: Readonly<Record<PaymentCommand, (state: PaymentState) => string>> = {
  'fall-due': () => 'cash/nothing-falls-due',
  take: (state) => (state === 'paid' ? 'cash/already-paid' : 'cash/nothing-to-take'),
  void: () => 'cash/not-paid',
  'give-back': (state) => (state === 'given-back' ? 'cash/already-given-back' : 'cash/not-paid'),
  drop: () => 'cash/not-unpaid',
};

/** The next state, or why not: `cash/already-paid`, `cash/nothing-to-take`, `cash/not-paid`, … */
export function nextState(state: PaymentState, command: PaymentCommand): Outcome<PaymentState> {
  const next = paymentTransitions[state][command];
  return next ? accepted(next) : refused(refusals[command](state), { state });
}

export function mayPayment(state: PaymentState, command: PaymentCommand): boolean {
  return paymentTransitions[state][command] !== undefined;
}
