/** The library worker's entry; see boot.ts for why it is so small. */
import { boot } from './boot';

boot(async () => {
  await import('./serveLibrary');
});
