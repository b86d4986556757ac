/** WebKitGTK's MiniBrowser, driven by WebKitWebDriver over the classic WebDriver protocol. */
import { createServer } from 'node:net';
import { ANSWER_LIMIT, callOf, type DrivenBrowser, KEY_CODES, type Scope } from './browser';
import { startProgram, temporaryFolder } from './processes';

/** How the protocol names an element: https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

declare global {
  interface Window {
    complaints?: string[];
  }
}

/**
 * What a page must begin with so that its complaints are heard: the classic protocol tells of no console, and MiniBrowser
 * prints none while it is driven.
 */
export const LISTENER_CODE = `
  window.complaints = [];
  for (const level of ['warn', 'error']) {
    const say = console[level];
    console[level] = (...parts) => { complaints.push(level + ': ' + parts.join(' ')); say.apply(console, parts); };
  }
  addEventListener('error', ({ message, target }) =>
    complaints.push('error: ' + (message ?? 'not loaded: ' + (target.src ?? target.href))), true);
  addEventListener('unhandledrejection', ({ reason }) => complaints.push('rejected: ' + reason));
`;

export const LISTENER = `<script>${LISTENER_CODE}</script>`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

async function ask<T>(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(ANSWER_LIMIT),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`);
  return value;
}

/**
 * @param driver path of WebKitWebDriver
 * @param browser path of MiniBrowser
 * @param display X display to open it on
 */
export async function startWebkit(driver: string, browser: string, display: string): Promise<DrivenBrowser> {
  const home = await temporaryFolder();
  const port = await freePort();
  const program = startProgram(driver, ['--host=127.0.0.1', `--port=${port}`], {
    DISPLAY: display,
    HOME: home.path,
    XDG_RUNTIME_DIR: home.path,
    GDK_BACKEND: 'x11',
    // Containers have neither.
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
  });
  const end = async (): Promise<void> => {
    await program.end();
    await home.remove();
  };
  try {
    const base = `http://127.0.0.1:${port}`;
    await answers(`${base}/status`);
    const { sessionId, capabilities } = await ask<{
      sessionId: string;
      capabilities: { browserName: string; browserVersion: string };
    }>('POST', `${base}/session`, {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {
            binary: browser,
            args: ['--automation'],
          },
        },
      },
    });
    const session = `${base}/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: ANSWER_LIMIT, pageLoad: ANSWER_LIMIT });
    await ask('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });

    const scope: Scope = {
      async evaluate(body, ...args) {
        const answer = JSON.parse(
          await ask<string>('POST', `${session}/execute/async`, {
            script: `const done = arguments[0];
              Promise.resolve().then(() => ${callOf(body, args)}).then(
                (value) => done(JSON.stringify({ value })),
                (error) => done(JSON.stringify({ error: String(error) })),
              );`,
            args: [],
          }),
        );
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer.value;
      },
    };
    const find = async (selector: string): Promise<string> => {
      const element = await ask<Record<string, string>>('POST', `${session}/element`, {
        using: 'css selector',
        value: selector,
      });
      return element[ELEMENT]!;
    };
    const act = (source: object, actions: readonly object[]): Promise<unknown> =>
      ask('POST', `${session}/actions`, { actions: [{ ...source, actions }] });
    const point = (actions: readonly object[]): Promise<unknown> =>
      act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }, actions);
    const to = (x: number, y: number): object => ({
      type: 'pointerMove',
      duration: 0,
      x: Math.round(x),
      y: Math.round(y),
    });

    return {
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      ...scope,
      async open(url) {
        await ask('POST', `${session}/url`, { url: 'about:blank' });
        await ask('POST', `${session}/url`, { url });
      },
      async inFrame(use) {
        await ask('POST', `${session}/frame`, { id: { [ELEMENT]: await find('iframe') } });
        try {
          return await use(scope);
        } finally {
          await ask('POST', `${session}/frame`, { id: null });
        }
      },
      async movePointer(x, y) {
        await point([to(x, y)]);
      },
      async click(x, y) {
        await point([to(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
      },
      async press(key) {
        const value = KEY_CODES[key];
        await act({ type: 'key', id: 'keyboard' }, [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
      },
      tap: 'WebKitWebDriver sends a finger as a mouse',
      async chooseFiles(selector, paths) {
        await ask('POST', `${session}/element/${await find(selector)}/value`, { text: paths.join('\n') });
      },
      complaints: () => scope.evaluate(() => window.complaints ?? ['The page was not given the script that listens']),
      // The driver ends the session with the process that shows the page.
      hasEnded: () =>
        ask('GET', `${session}/timeouts`).then(
          () => false,
          (error: unknown) => /invalid session id|fetch failed/.test(String(error)),
        ),
      async close() {
        await ask('DELETE', session).catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Waits until a server answers. */
async function answers(url: string): Promise<void> {
  const until = Date.now() + ANSWER_LIMIT;
  for (;;) {
    try {
      await ask('GET', url);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
