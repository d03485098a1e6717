import { createWords, type Language, type Words } from '#platform/i18n/words.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

/** Speaks to the person at the terminal. */
export interface Say {
  readonly t: Words;
  readonly language: Language;
  line(key: string, params?: Readonly<Record<string, string | number>>): void;
  /** A text that is not ours to translate: an address, a name. */
  plain(text: string): void;
}

/** English by `--english` or where the machine speaks English. */
export function terminalLanguage(english: boolean, env: NodeJS.ProcessEnv): Language {
  const spoken = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return english || /^en/i.test(spoken) ? 'en' : 'vi';
}

export function createSay(language: Language, write = (text: string) => process.stdout.write(text)): Say {
  const t = createWords({ main: { vi, en } })(language);
  return {
    t,
    language,
    line: (key, params) => {
      write(`${t(key, params)}\n`);
    },
    plain: (text) => {
      write(`${text}\n`);
    },
  };
}
