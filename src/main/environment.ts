import { type Config, readConfig } from './config.ts';
import { givenPath } from './root.ts';

/** The configuration of this very process; a relative DATA_DIR is relative to where the person stands. */
export function environmentConfig(openDemo = false): Config {
  const { DATA_DIR, ...env } = process.env;
  return readConfig({ ...env, ...(DATA_DIR ? { DATA_DIR: givenPath(DATA_DIR) } : {}) }, openDemo);
}
