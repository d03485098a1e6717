import { causeForms } from './cause-form.tsx';
import type { CommandForm } from './command-form.ts';
import { correctionForms } from './correction-form.tsx';
import { endingForms } from './ending-forms.tsx';
import { eraseForms } from './erase-form.tsx';
import { opinionForms } from './opinion-forms.tsx';
import { procedureForms } from './procedure-forms.tsx';
import { stepForms } from './step-forms.tsx';
import { supplementForms } from './supplement-forms.tsx';
import { tellingForms } from './telling-form.tsx';
import { waitingForms } from './waiting-forms.tsx';

/** Every command with a form of its own; the beginnings belong to reception. */
export const commandForms: readonly CommandForm[] = [
  ...stepForms,
  ...opinionForms,
  ...supplementForms,
  ...waitingForms,
  ...tellingForms,
  ...endingForms,
  ...correctionForms,
  ...procedureForms,
  ...causeForms,
  ...eraseForms,
];
