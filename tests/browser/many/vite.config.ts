import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import site from '../../../vite.config.ts';

/** The page of many figures, built as the site is. */
export default defineConfig(async (env) => {
  const config = (await site(env)) as UserConfig;
  return {
    ...config,
    root: import.meta.dirname,
    publicDir: resolve(import.meta.dirname, '../../../public'),
    build: { ...config.build, rolldownOptions: { input: resolve(import.meta.dirname, 'index.html') } },
  };
});
