import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandForms } from './command-forms.ts';

test.each(['vi', 'en'])(
  'every form says what it is, what it does and what its press does (%s)',
  (language) => {
    const words = JSON.parse(readFileSync(`src/modules/dossiers/words/${language}.json`, 'utf8'));
    const keys = commandForms.flatMap(({ command }) =>
      ['command', 'form.lead', 'form.send'].map((kind) => `${kind}.${command}`),
    );
    expect(keys.filter((key) => !words[key])).toEqual([]);
  },
);
