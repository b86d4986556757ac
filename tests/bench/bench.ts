/**
 * Measures the engines and the page in one run; `npm run bench` prints the tables and writes them to RESULTS.md and
 * the README. No figure fails the run.
 */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { inject, it } from 'vitest';
import { openContext } from '../browser/context';
import { fetchedScripts, type Script } from '../browser/fetchedScripts';
import { CHROME_FLAGS, findChrome, QUIET_FLAGS } from '../support/chrome';
import type { Rounds } from './alternate';
import { measureConvergence } from './convergence';
import { type BenchServer, serveBench } from './devServer';
import { type Encoded, watchEncoding } from './encoding';
import { LONG } from './felt';
import { type Scrolled, watchFigures } from './figures';
import { type Handled, watchHands } from './hands';
import { type Layered, watchLayers } from './layers';
import { machine } from './machine';
import { markdown, megabytes, type Table } from './markdown';
import { emptyMemory } from './memory';
import { OPENINGS, WATCHED, type Watched, watchPage } from './page';
import { type Phone, SLOWED, watchPhone } from './phone';
import { SHAPES, type Shape, shape } from './shapes';
import { ROUND, type Swept, watchSweep } from './sweep';
import * as tables from './tables';
import { render, type Section, writeResults } from './write';

const LEAD: Rounds = { rounds: 9, milliseconds: 200 };
const GROWTH: Rounds = { rounds: 5, milliseconds: 60 };

const BATCHES = [16, 32, 64, 128, 256, 512];
const WIDTHS = [16, 32, 64, 128, 256, 512];
const SIDES = [8, 12, 16, 20, 24, 28];
const COUNTS = [1797, 8192, 60_000];
const ELLIPSES = [500, 1797, 8192, 20_000, 60_000];

/** Semi-axes of drawn ellipses in latent units; 0 is points. */
const EXTENTS = [0, 0.1, 0.3];

/** Pixels a side of the drawn pictures: the page's latent plane on a wide screen. */
const PICTURE = 560;

type Call = <T>(measure: (context: BrowserContext) => Promise<T>) => Promise<T>;

async function engines(server: BenchServer, run: Call): Promise<Pick<tables.Summary, 'simd' | 'webgl'>> {
  const simd: tables.Summary['simd'][number][] = [];
  const webgl: tables.Summary['webgl'][number][] = [];
  for (const model of SHAPES) {
    simd.push({ shape: model, timing: await run((c) => server.call(c, 'engines', 'timeSimd', model, LEAD)) });
    webgl.push({ shape: model, timing: await run((c) => server.call(c, 'engines', 'timeWebgl', model, LEAD)) });
  }
  return { simd, webgl };
}

async function growth(server: BenchServer, run: Call): Promise<Table[]> {
  const steps = async (what: string, sizes: readonly number[], model: (size: number) => Shape): Promise<Table> => {
    const shapes = sizes.map(model);
    return tables.growthTable(what, sizes, {
      simd: await run((c) => server.call(c, 'growth', 'timeSteps', 'simd', shapes, GROWTH)),
      webgl: await run((c) => server.call(c, 'growth', 'timeSteps', 'webgl', shapes, GROWTH)),
    });
  };
  const encode = (model: Shape) => run((c) => server.call(c, 'growth', 'timeEncoding', model, COUNTS, GROWTH));
  const paint = (extent: number) =>
    run((c) => server.call(c, 'growth', 'timePainting', ELLIPSES, extent, PICTURE, GROWTH));
  const painted = await EXTENTS.reduce(
    async (before, extent) => ({
      ...(await before),
      [extent === 0 ? 'points' : `axes about ${extent}`]: await paint(extent),
    }),
    Promise.resolve({}),
  );
  return [
    await steps('a step of 256-64-2, by batch', BATCHES, (batch) => shape(256, [64], batch)),
    await steps('a step of 256-w-2, batch 64, by width', WIDTHS, (width) => shape(256, [width], 64)),
    await steps('a step of side²-64-2, batch 64, by side', SIDES, (side) => shape(side * side, [64], 64)),
    tables.growthTable('encoding all images, simd, by number', COUNTS, {
      '8×8, 64-64-2': await encode(shape(64, [64], 64)),
      '28×28, 784-256-2': await encode(shape(784, [256], 128)),
    }),
    tables.growthTable(`a picture of ${PICTURE} × ${PICTURE} pixels, by ellipses`, ELLIPSES, painted),
  ];
}

/** What the opened page has fetched once the simd engine has trained. */
async function scriptsOfPage(browser: Browser, siteUrl: string): Promise<Script[]> {
  const { context } = await openContext(browser);
  const site = { siteUrl, siteFolder: inject('siteFolder') };
  const scripts = await fetchedScripts(await context.newPage(), site, '#v=1&e=simd', 0);
  await context.close();
  return scripts;
}

it('measures', async () => {
  const siteUrl = inject('siteUrl');
  const executablePath = await findChrome('installed');
  const inBrowser = async <T>(args: readonly string[], measure: (browser: Browser) => Promise<T>): Promise<T> => {
    // What Playwright would turn on by itself is among the flags of software rendering.
    const ignoreDefaultArgs = ['--enable-unsafe-swiftshader'];
    const browser = await chromium.launch({ executablePath, args: [...args], ignoreDefaultArgs });
    try {
      return await measure(browser);
    } finally {
      await browser.close();
    }
  };
  const server = await serveBench();
  const {
    host,
    page: software,
    empty,
    ...rest
  } = await inBrowser(CHROME_FLAGS, async (browser) => {
    const run: Call = async (measure) => {
      const context = await browser.newContext();
      try {
        return await measure(context);
      } finally {
        await context.close();
      }
    };
    const renderer = await run((context) => server.call(context, 'engines', 'renderer'));
    return {
      host: machine({ browser: `${browser.browserType().name()} ${browser.version()}`, renderer }),
      empty: await emptyMemory(browser),
      page: await watchPage(browser, siteUrl),
      scripts: await scriptsOfPage(browser, siteUrl),
      convergence: await measureConvergence(browser, siteUrl),
      ...(await engines(server, run)),
      growth: await growth(server, run),
    };
  });
  const page = await inBrowser(QUIET_FLAGS, (browser) => watchPage(browser, siteUrl));
  const figures: Scrolled = await inBrowser(QUIET_FLAGS, watchFigures);
  const layers: Layered[] = await inBrowser(QUIET_FLAGS, (browser) => watchLayers(browser, siteUrl));
  const hands: Handled[] = await inBrowser(QUIET_FLAGS, (browser) => watchHands(browser, siteUrl));
  const phone: Phone = await inBrowser(QUIET_FLAGS, (browser) => watchPhone(browser, siteUrl));
  const encoded: Encoded = await inBrowser(QUIET_FLAGS, (browser) => watchEncoding(browser, siteUrl));
  const swept: Swept = await inBrowser(QUIET_FLAGS, async (browser) => {
    const context = await browser.newContext();
    const cores = await server.call(context, 'cores', 'cores');
    return watchSweep(browser, siteUrl, () => server.call(context, 'cores', 'bareSteps', SHAPES[0]!, cores, ROUND));
  });
  await server.close();

  const pageNote = (rows: readonly Watched[]): string => `WebGL in the worker: ${rows[0]!.renderer ?? 'none'}.`;
  const sections: Section[] = [
    {
      title: 'The simd engine',
      note:
        'Milliseconds a training step, best of the rounds, against the VAE as a tutorial writes it (`ordinary.ts`) on ' +
        "tfjs's WebAssembly backend with SIMD and one thread; both on the page's main thread, on strokes, most of whose " +
        "pixels are black. The products are the engine's own matrix products, with the lists of pixels that they run over, " +
        'and without the rest of the step. The last four columns are of images in which no pixel is black.',
      tables: [tables.simdTable(rest.simd)],
    },
    {
      title: 'The webgl engine',
      note: "The same on WebGL, against the tutorial's program on tfjs's WebGL backend.",
      tables: [tables.webglTable(rest.webgl)],
    },
    {
      title: 'The page',
      note:
        `The built page, watched for ${WATCHED} s after it has begun to train, and for as long with surveys of the code ` +
        `space running all the time, by turns; first frame: median of ${OPENINGS} openings with nothing cached. ` +
        'Peak memory is the largest resident set of the process that runs the page and ' +
        `its worker; an empty page has ${megabytes(empty)}. Tasks are those of the main thread; the bar is none ` +
        `above ${LONG} ms. ${pageNote(page)} The browser has no flags that speak of graphics.`,
      tables: [tables.pageTable(page)],
    },
    {
      title: 'The page with SwiftShader',
      note: `As above, with the flags of \`tests/support/chrome.ts\`. ${pageNote(software)}`,
      tables: [tables.pageTable(software)],
    },
    {
      title: 'The layers of the plane',
      note:
        'The built page with every layer of the plane on, against none, by turns of a few seconds, with an image selected, ' +
        'three pins and labels, so that every layer shows something; then a pointer is moved over the plane with every layer ' +
        'on. Where drawers are open, numbers, evidence and questions are shown with the layers, and not without.',
      tables: [tables.layersTable(layers)],
    },
    {
      title: 'By hand',
      note:
        'The built page as a reader works with it: from each move of the slider, or of the pen, to the paint of the first ' +
        'frame that shows what came of it; and what goes on by itself for a few seconds.',
      tables: [tables.handsTable(hands)],
    },
    {
      title: 'A phone',
      note:
        `The built page on a screen of 390 × 800 CSS pixels, three device pixels for each, with touch, while the main thread is ` +
        `held back to a ${SLOWED}th of its speed by the browser's own tools; first frame: median of ${OPENINGS} openings with ` +
        'nothing cached. The slider is moved by its keys, from each input to the paint of the first frame with its β.',
      tables: [tables.phoneTable(phone)],
    },
    {
      title: 'Many images',
      note:
        `A VAE on ${encoded.images.toLocaleString('en-US')} images of 16×16, no speed limit, ${encoded.engine} engine: the time ` +
        'from one frame to the next, by turns of a few seconds.',
      tables: [tables.encodingTable(encoded)],
    },
    {
      title: 'Twenty figures',
      note:
        'A page of twenty figures, the first of them in sight; before, and after all have been scrolled through twice from ' +
        'end to end and those out of sight have fallen asleep.',
      tables: [tables.figuresTable(figures)],
    },
    {
      title: 'A sweep',
      note:
        'The models of a sweep, each in a worker of its own, with their planes and grids drawn and their losses measured: all ' +
        'at once, by turns with bare engines in workers; and one of them while the others stand still.',
      tables: [tables.sweepTable(swept)],
    },
    {
      title: 'Scripts',
      note: 'What the browser fetched until the simd engine had trained, after gzip.',
      tables: [tables.scriptTable(rest.scripts)],
    },
    {
      title: 'Convergence',
      note: 'The default model on the default digits, β = σ = 1, seed 1, on the page with everything drawn.',
      tables: [tables.convergenceTable(rest.convergence)],
    },
    {
      title: 'Growth',
      note: 'Milliseconds, best of the rounds. Pictures are those of the CPU painter, of a standard normal cloud.',
      tables: rest.growth,
    },
  ];
  const introduction =
    'Written by `npm run bench`: one run, every figure measured. They are of this machine; read the ratios, which ' +
    `come from rounds of both programs by turns.\n\n${markdown(host)}`;
  const results = render(introduction, sections);
  const summary = [host, tables.summaryTable({ ...rest, page, figures, layers, swept, hands, phone, encoded })]
    .map(markdown)
    .join('\n\n');
  process.stdout.write(`\n${results}\n`);
  await writeResults(results, summary);
});
