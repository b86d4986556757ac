/** Measures the page in one run and prints a table; run by `npm run bench`. Figures are of this machine: read ratios. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { inject, it } from 'vitest';
import { trainFor, useBrowser } from '../browser/site';

/** Seconds of watching the page train. */
const WATCHED = 10;

/** A task on the main thread that the reader could feel, in ms. */
const LONG = 50;

const browser = useBrowser();

interface Watched {
  readonly steps: number;
  readonly frames: number;
  readonly longTasks: number;
  readonly longest: number;
}

/** Counts steps, frames and long tasks while the page trains. */
function watch(page: Page): Promise<Watched> {
  return page.evaluate(
    async ({ seconds, long }) => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      );
      observer.observe({ type: 'longtask' });
      const from = window.lab.frame!.step;
      let frames = 0;
      const stop = window.lab.on('frame', () => {
        frames += 1;
      });
      await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
      stop();
      observer.disconnect();
      const longTasks = tasks.filter((duration) => duration > long);
      const steps = window.lab.frame!.step - from;
      return { steps, frames, longTasks: longTasks.length, longest: Math.max(0, ...longTasks) };
    },
    { seconds: WATCHED, long: LONG },
  );
}

const SCENES = [
  { name: 'autoencoder, 1,797 UCI digits 8×8', hash: '#v=1' },
  { name: 'VAE, 1,797 UCI digits 8×8', hash: '#v=1&b=1&s=1' },
  { name: 'VAE, 2,000 strokes 16×16', hash: '#v=1&d=strokes&b=1&s=1' },
];

async function scriptSizes(): Promise<string[][]> {
  const index = await (await fetch(inject('siteUrl'))).text();
  const first = [...index.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!);
  const folder = join(inject('siteFolder'), 'assets');
  const rows: string[][] = [];
  for (const name of (await readdir(folder)).filter((file) => /\.(js|wasm)$/.test(file)).sort()) {
    const bytes = gzipSync(await readFile(join(folder, name))).length;
    const role = first.includes(`assets/${name}`) ? 'main thread, before the first figure' : 'on demand';
    rows.push([name, role, `${(bytes / 1000).toFixed(1)} kB`]);
  }
  return rows;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

it('prints its table', async () => {
  const rows: string[][] = [];
  for (const { name, hash } of SCENES) {
    const { page, close } = await browser.open({ hash });
    const opened = await page.evaluate(() => performance.now());
    await trainFor(page, 100);
    const { steps, frames, longTasks, longest } = await watch(page);
    const engine = await page.evaluate(() => window.lab.store.getState().run!.engine);
    await close();
    rows.push([
      name,
      engine,
      `${(opened / 1000).toFixed(2)} s`,
      (steps / WATCHED).toFixed(0),
      (frames / WATCHED).toFixed(1),
      `${longTasks}${longTasks > 0 ? ` (longest ${longest.toFixed(0)} ms)` : ''}`,
    ]);
  }
  const pace = table(
    ['scene', 'engine', 'first frame', 'steps/s', 'frames/s', `tasks > ${LONG} ms in ${WATCHED} s`],
    rows,
  );
  const script = table(['script', 'loaded', 'gzip'], await scriptSizes());
  process.stdout.write(`\n${pace}\n\n${script}\n`);
});
