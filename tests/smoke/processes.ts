/** Programs that a test starts and ends: none outlives it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { within } from './browser';

/** Seconds after which a program ends even where nobody is left to end it. */
const LIFE = 600;

/** Ms that a program has to start, and to end when it is asked to. */
const START_LIMIT = 60_000;
const END_LIMIT = 10_000;

export interface Program {
  readonly process: ChildProcess;
  /** Everything that it has printed so far. */
  readonly output: () => string;
  /** Waits for a match in what it prints, from `from` characters on. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it with all that it has started. */
  end(): Promise<void>;
}

/** The path of a program: absolute and there, or found on the PATH; null if it is not installed. */
export function findProgram(...names: readonly string[]): string | null {
  for (const name of names) {
    const places = name.includes('/')
      ? [name]
      : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
    const found = places.find((path) => existsSync(path));
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Starts a program in a process group of its own, which `timeout` (coreutils) ends in any case: when its time is over,
 * or with one signal for the whole group.
 * @param environment what is added to this process's own
 */
export function startProgram(
  path: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn('timeout', ['--kill-after=5', String(LIFE), path, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const heard = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    printed += chunk.toString();
    for (const listener of heard) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      printed += String(error);
      resolve();
    });
  });
  const atExit = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', atExit);
  return {
    process: child,
    output: () => printed,
    prints(pattern) {
      const found = new Promise<RegExpExecArray>((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(printed);
          if (match === null) return;
          heard.delete(look);
          resolve(match);
        };
        heard.add(look);
        look();
        void ended.then(() => reject(new Error(`${path} ended before it printed ${pattern}: ${printed}`)));
      });
      return within(START_LIMIT, `Starting ${path}`, found);
    },
    async end() {
      process.off('exit', atExit);
      child.kill('SIGTERM');
      await within(END_LIMIT, `Ending ${path}`, ended).catch(async () => {
        child.kill('SIGKILL');
        await ended;
      });
    },
  };
}

/** A folder that is removed again with all that is in it. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vae-geometry-smoke-'));
  // A browser that is ending may still write to its profile.
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }) };
}

/** A screen without a monitor, on a display that nobody has. */
export async function startDisplay(): Promise<{ name: string; end(): Promise<void> }> {
  const screen = startProgram(findProgram('Xvfb') ?? 'Xvfb', [
    // The server itself finds a free number and tells it.
    '-displayfd',
    '1',
    '-screen',
    '0',
    '1400x1000x24',
    '-nolisten',
    'tcp',
  ]);
  try {
    const [, number] = await screen.prints(/^(\d+)\s*$/m);
    return { name: `:${number}`, end: () => screen.end() };
  } catch (error) {
    await screen.end();
    throw error;
  }
}
