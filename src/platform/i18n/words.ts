export type Language = 'vi' | 'en';

/** `t('dossiers.state.accepted')`: the sentence in the language of the request. */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Flat words of one module in both languages; keys without the module's name. */
export interface WordFile {
  readonly vi: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

/** Joins the words of all modules; at run time a key is `<module>.<key>`. */
export function createWords(files: Readonly<Record<string, WordFile>>): (language: Language) => Words {
  const tables: Record<Language, Map<string, string>> = { vi: new Map(), en: new Map() };
  for (const [module, file] of Object.entries(files)) {
    for (const language of ['vi', 'en'] as const) {
      for (const [key, text] of Object.entries(file[language]))
        tables[language].set(`${module}.${key}`, text);
    }
  }
  return (language) => (key, params) => fill(tables[language].get(key) ?? tables.vi.get(key) ?? key, params);
}

function fill(text: string, params: Readonly<Record<string, string | number>> | undefined): string {
  if (!params) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
