/** A post in MDX, built as a blog with React builds it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSite } from './buildSite';

export interface Post {
  /** Of the built blog. */
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * @param code of the post
 * @param beside files that it may import, by their names
 */
export async function buildPost(code: string, beside: Readonly<Record<string, string>> = {}): Promise<Post> {
  // Below the packages, where React is found.
  const root = await mkdtemp(join(process.cwd(), 'node_modules/.post-'));
  const folder = join(root, 'dist');
  const files: Readonly<Record<string, string>> = {
    ...beside,
    'Post.mdx': code,
    'main.js': `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Post from './Post.mdx';
createRoot(document.querySelector('#root')).render(createElement(Post));`,
    'index.html': `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>A post</title></head>
  <body><div id="root"></div><script type="module" src="./main.js"></script></body>
</html>`,
    'vite.config.js': `import mdx from '@mdx-js/rollup';
export default { root: ${JSON.stringify(root)}, base: './', plugins: [mdx()] };`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  await buildSite(folder, join(root, 'vite.config.js'));
  return { folder, remove: () => rm(root, { recursive: true }) };
}
