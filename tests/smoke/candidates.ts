/** The browsers that the page is tested in, one of each engine, as far as they are installed. */
import { findChrome } from '../support/chrome';
import type { DrivenBrowser } from './browser';
import { startChromium } from './chromium';
import { startFirefox } from './firefox';
import { findProgram, startDisplay } from './processes';
import { startWebkit } from './webkit';

export interface Candidate {
  readonly name: string;
  /** How it is installed. */
  readonly install: string;
  /** What starts it, or null where a part of it is not installed. */
  readonly start: (() => Promise<DrivenBrowser>) | null;
}

/** Starts a browser on a screen of its own, which ends with it. */
async function onScreen(start: (display: string) => Promise<DrivenBrowser>): Promise<DrivenBrowser> {
  const display = await startDisplay();
  try {
    const browser = await start(display.name);
    const close = async (): Promise<void> => {
      await browser.close();
      await display.end();
    };
    return { ...browser, close };
  } catch (error) {
    await display.end();
    throw error;
  }
}

const xvfb = findProgram('Xvfb');

function firefox(): Candidate['start'] {
  const path = findProgram('firefox-esr', 'firefox');
  return path === null || xvfb === null ? null : () => onScreen((display) => startFirefox(path, display));
}

function webkit(): Candidate['start'] {
  const driver = findProgram('WebKitWebDriver');
  const folder = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
  const browser = findProgram(
    `${folder}/webkit2gtk-4.1/MiniBrowser`,
    `${folder}/webkitgtk-6.0/MiniBrowser`,
    `${folder}/webkit2gtk-4.0/MiniBrowser`,
  );
  return driver === null || browser === null || xvfb === null
    ? null
    : () => onScreen((display) => startWebkit(driver, browser, display));
}

const chromium = await findChrome('installed').catch(() => null);

export const CANDIDATES: readonly Candidate[] = [
  {
    name: 'Chromium',
    install: 'npm ci brings it, or CHROME_PATH says where it is',
    start: chromium === null ? null : () => startChromium(chromium),
  },
  { name: 'Firefox', install: 'on Debian, apt-get install firefox-esr xvfb', start: firefox() },
  { name: 'WebKitGTK', install: 'on Debian, apt-get install webkit2gtk-driver xvfb', start: webkit() },
];
