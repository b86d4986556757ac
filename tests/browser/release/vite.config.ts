import { defineConfig, type UserConfig } from 'vite';
import site from '../../../vite.config.ts';
import { NEXT_TITLE, TITLE } from './title';

/** The site with another title: what a reader meets after the next deploy. */
export default defineConfig(async (env) => {
  const config = (await site(env)) as UserConfig;
  const rename = {
    name: 'next-release',
    transform: {
      filter: { id: /src\/text\/en\.ts$/ },
      handler(code: string) {
        if (!code.includes(TITLE)) throw new Error('The title has changed');
        return code.replace(TITLE, NEXT_TITLE);
      },
    },
  };
  return { ...config, plugins: [rename, ...config.plugins!] };
});
