import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import site from '../../../vite.config.ts';

/** The page of many figures, built as the site is. */
export default defineConfig(async (env) => ({
  ...((await site(env)) as UserConfig),
  root: import.meta.dirname,
  publicDir: resolve(import.meta.dirname, '../../../public'),
}));
