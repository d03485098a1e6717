import { z } from 'zod';
import type { Config } from './config.ts';
import type { Kind } from './start/installation.ts';

/** What the supervisor tells web and worker; the owner's connection is not part of it. */
export interface RunSettings {
  readonly config: Omit<Config, 'databaseUrl' | 'appDatabaseUrl'>;
  readonly appUrl: string;
  readonly kind: Kind;
}

const VARIABLE = 'MOTCUA_RUN';
const shape = z.object({ config: z.object({}).loose(), appUrl: z.string(), kind: z.enum(['demo', 'real']) });

export function environmentOf(settings: RunSettings): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, APP_DATABASE_URL: _app, ...rest } = process.env;
  const { databaseUrl: _url, appDatabaseUrl: _appUrl, ...config } = settings.config as Config;
  return { ...rest, [VARIABLE]: JSON.stringify({ ...settings, config }) };
}

export function readRunSettings(env: NodeJS.ProcessEnv): RunSettings {
  const text = env[VARIABLE];
  if (!text) throw new Error('web and worker are started by ./motcua start');
  return shape.parse(JSON.parse(text)) as unknown as RunSettings;
}
