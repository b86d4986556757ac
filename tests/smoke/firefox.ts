/** Firefox, driven by WebDriver BiDi, which it speaks itself: no driver in between. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import WebSocket from 'ws';
import { ANSWER_LIMIT, callOf, type DrivenBrowser, KEY_CODES, type Scope, within } from './browser';
import { startProgram, temporaryFolder } from './processes';

/** Firefox sets what automation wants by itself; these are what it leaves. */
const PREFERENCES = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'webgl.force-enabled': true,
} as const;

interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: unknown;
}

/** The part of WebDriver BiDi that is used: https://w3c.github.io/webdriver-bidi/ */
interface Commands {
  'session.new': { capabilities: { browserName: string; browserVersion: string } };
  'session.subscribe': unknown;
  'browser.close': unknown;
  'browsingContext.getTree': { contexts: { context: string; children: { context: string }[] | null }[] };
  'browsingContext.navigate': unknown;
  'browsingContext.locateNodes': { nodes: { sharedId: string }[] };
  'script.evaluate':
    | { type: 'success'; result: { value: string } }
    | { type: 'exception'; exceptionDetails: { text: string } };
  'input.performActions': unknown;
  'input.setFiles': unknown;
}

interface Connection {
  send<Name extends keyof Commands>(method: Name, params: object): Promise<Commands[Name]>;
  on(method: string, listener: (params: unknown) => void): void;
  close(): void;
}

async function connect(url: string): Promise<Connection> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (params: unknown) => void>();
  let nextId = 1;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === 'event') listeners.get(message.method!)?.(message.params);
    else waiting.get(message.id!)?.(message);
  });
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  await within(ANSWER_LIMIT, 'Connecting to Firefox', opened);
  return {
    async send(method, params) {
      const id = nextId++;
      const answered = new Promise<Message>((resolve) => {
        waiting.set(id, resolve);
      });
      socket.send(JSON.stringify({ id, method, params }));
      const { type, result, error, message } = await within(ANSWER_LIMIT, method, answered).finally(() =>
        waiting.delete(id),
      );
      if (type === 'error') throw new Error(`${method}: ${error}: ${message}`);
      return result as never;
    },
    on: (method, listener) => void listeners.set(method, listener),
    close: () => socket.terminate(),
  };
}

/**
 * @param path of the browser
 * @param display X display to open it on: without one Firefox has no WebGL
 */
export async function startFirefox(path: string, display: string): Promise<DrivenBrowser> {
  const home = await temporaryFolder();
  const preferences = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  await writeFile(join(home.path, 'user.js'), preferences.join('\n'));
  const program = startProgram(
    path,
    [
      '--remote-debugging-port=0',
      '--profile',
      home.path,
      '--no-remote',
      '--width',
      '1280',
      '--height',
      '900',
      'about:blank',
    ],
    { DISPLAY: display, HOME: home.path, MOZ_CRASHREPORTER_DISABLE: '1' },
  );
  const end = async (): Promise<void> => {
    await program.end();
    await home.remove();
  };
  try {
    const [, address] = await program.prints(/WebDriver BiDi listening on (ws:\/\/\S+)/);
    const connection = await connect(`${address}/session`);
    const { capabilities } = await connection.send('session.new', { capabilities: {} });
    const { contexts } = await connection.send('browsingContext.getTree', {});
    const { context } = contexts[0]!;
    let complaints: string[] = [];
    connection.on('log.entryAdded', (params) => {
      const { level, text } = params as { level: string; text: string };
      if (level === 'warn' || level === 'error') complaints.push(`${level}: ${text}`);
    });
    await connection.send('session.subscribe', { events: ['log.entryAdded'] });

    const scope = (target: string): Scope => ({
      async evaluate(body, ...args) {
        const answer = await connection.send('script.evaluate', {
          expression: `Promise.resolve(${callOf(body, args)}).then((value) => JSON.stringify({ value }))`,
          target: { context: target },
          awaitPromise: true,
        });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return JSON.parse(answer.result.value).value;
      },
    });
    const act = (source: object, actions: readonly object[]): Promise<unknown> =>
      connection.send('input.performActions', { context, actions: [{ ...source, actions }] });
    const point = (actions: readonly object[]): Promise<unknown> => act({ type: 'pointer', id: 'mouse' }, actions);

    return {
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      ...scope(context),
      async open(url) {
        // In between, so that an address that differs in its hash alone is loaded, too.
        await connection.send('browsingContext.navigate', { context, url: 'about:blank', wait: 'interactive' });
        complaints = [];
        await connection.send('browsingContext.navigate', { context, url, wait: 'interactive' });
      },
      async inFrame(use) {
        const tree = await connection.send('browsingContext.getTree', { root: context });
        return use(scope(tree.contexts[0]!.children![0]!.context));
      },
      async movePointer(x, y) {
        await point([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }]);
      },
      async click(x, y) {
        await point([
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]);
      },
      async press(key) {
        const value = KEY_CODES[key];
        await act({ type: 'key', id: 'keyboard' }, [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
      },
      async tap(x, y) {
        await act({ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' } }, [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]);
      },
      async chooseFiles(selector, paths) {
        const { nodes } = await connection.send('browsingContext.locateNodes', {
          context,
          locator: { type: 'css', value: selector },
        });
        await connection.send('input.setFiles', { context, element: { sharedId: nodes[0]!.sharedId }, files: paths });
      },
      complaints: () => Promise.resolve(complaints),
      hasEnded: async () => {
        const { exitCode, signalCode } = program.process;
        if (exitCode !== null || signalCode !== null) return true;
        // A page whose process has ended has a context no more.
        return connection.send('browsingContext.getTree', { root: context }).then(
          () => false,
          (error: unknown) => /no such frame/.test(String(error)),
        );
      },
      async close() {
        await connection.send('browser.close', {}).catch(() => undefined);
        connection.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
