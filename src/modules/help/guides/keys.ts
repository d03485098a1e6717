/** Keys by where they work: `help.keys.<place>` names the place, `help.key.<place>.<word>` what each does. */
interface KeyPlace {
  readonly place: string;
  readonly keys: readonly (readonly [printed: string, word: string])[];
}

export const keyPlaces: readonly KeyPlace[] = [
  {
    place: 'everywhere',
    keys: [
      ['?', 'list'],
      ['/', 'find'],
      ['Ctrl Enter', 'send'],
      ['Tab', 'tab'],
      ['Esc', 'escape'],
    ],
  },
  {
    place: 'lists',
    keys: [
      ['j k', 'walk'],
      ['x', 'tick'],
      ['Enter', 'open'],
    ],
  },
  {
    place: 'dossier',
    keys: [
      ['t', 'task'],
      ['a', 'more'],
      ['n', 'like'],
      ['j k', 'neighbours'],
    ],
  },
  {
    place: 'intake',
    keys: [
      ['Alt 1–5', 'parts'],
      ['F2', 'scan'],
      ['Space', 'tick'],
      ['Ctrl Enter', 'press'],
    ],
  },
  {
    place: 'certification',
    keys: [
      ['F2', 'scan'],
      ['Alt 1–3', 'parts'],
      ['Alt 4', 'add'],
      ['Ctrl Enter', 'press'],
      ['Alt 5', 'return'],
      ['n', 'next'],
    ],
  },
];
