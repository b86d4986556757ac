/** Finds a Chromium for the tests, with no step by hand. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Where Chrome and Chromium are usually installed; names without a slash are looked up on the PATH. */
const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * What Playwright has Chromium leave out. Of several lists on a command line only the last one counts, so that of the tests
 * has to have these as well.
 */
const LEFT_OUT_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** What opens below the address bar: two pages of their own for every window, which take a third of what opening one takes. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/**
 * No sandbox, which containers lack, no connection of the browser's own, and nothing for an address bar that nobody sees.
 * Letters are as wide as on readers' screens: one without windows places them on whole pixels otherwise.
 */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...LEFT_OUT_BY_PLAYWRIGHT, ...ADDRESS_BAR].join(',')}`,
] as const;

/** The same with WebGL computed on the CPU, the same on every machine. */
export const CHROME_FLAGS = [
  ...QUIET_FLAGS,
  '--enable-unsafe-swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
] as const;

/** The same, and the page itself drawn without WebGL: in software that takes a good part of a core while it trains. */
export const PLAIN_PAGE_FLAGS = [...CHROME_FLAGS, '--disable-gpu-compositing', '--disable-gpu-rasterization'] as const;

function installed(place: string): string | null {
  if (/[\\/]/.test(place)) return existsSync(place) ? place : null;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, place);
    if (folder !== '' && existsSync(path)) return path;
  }
  return null;
}

/** Where a system says which fonts it has. */
const FONTS = '/etc/fonts';

/** The Chromium inside the package @sparticuz/chromium, unpacked to the temporary folder on first use. */
async function packaged(): Promise<string> {
  // Read by the package when it is imported: unpacks the system libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  // Without this it would name a folder that has no Chinese type, also where the system has some.
  if (existsSync(join(FONTS, 'fonts.conf'))) process.env.FONTCONFIG_PATH ??= FONTS;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/** Playwright's own Chromium, installed on first use. */
async function playwrights(): Promise<string> {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  }
  return path;
}

/**
 * Path of the browser: CHROME_PATH, else the one that the project's packages bring for this system, else an installed
 * Chrome or Chromium, else Playwright's. The packages' own is the same on every machine, and opens a page in half the time:
 * it has no windows.
 * @param first `installed`: an installed one comes before the packages' own, for what is asked of readers' browsers
 * @throws Error when CHROME_PATH names no file, or when no browser is found
 */
export async function findChrome(first: 'packaged' | 'installed' = 'packaged'): Promise<string> {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROME_PATH is ${wanted}, but there is no such file`);
    return wanted;
  }
  const isPackaged = process.platform === 'linux' && process.arch === 'x64';
  if (first === 'installed' || !isPackaged) {
    for (const place of USUAL_PLACES[process.platform] ?? []) {
      const path = installed(place);
      if (path !== null) return path;
    }
  }
  const path = isPackaged ? await packaged() : await playwrights();
  if (!existsSync(path)) throw new Error(`No Chromium found, and ${path} could not be installed; set CHROME_PATH`);
  return path;
}
