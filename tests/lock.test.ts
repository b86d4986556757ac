/** package-lock.json has all that an installation needs, on every system that the project is developed on. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages */
interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  version: string;
  packages: Readonly<Record<string, Locked>>;
};
const { packages } = lock;
const wanted = JSON.parse(readFileSync('package.json', 'utf8'));

/** Where Node finds a package from another's folder: there, or in a folder around it. */
function resolved(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (at === '') return undefined;
  }
}

/** Packages of which one is installed for each system, by the package that asks for them. */
const native = new Map(
  Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) => {
    const parts = Object.keys(optionalDependencies).flatMap((name) => packages[resolved(name, folder) ?? ''] ?? []);
    const bound = parts.filter(({ os }) => os !== undefined);
    return bound.length > 1 ? [[folder.replace('node_modules/', ''), bound] as const] : [];
  }),
);

it('is of this version, and asks for what package.json does', () => {
  const { version, dependencies, devDependencies } = wanted;
  expect(lock.version).toBe(version);
  expect(packages['']).toMatchObject({ version, dependencies, devDependencies });
});

it('has the hash of every package', () => {
  const without = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && !/^sha512-/.test(integrity ?? ''),
  );
  expect(without.map(([path]) => path)).toEqual([]);
});

it('has every package that another asks for, those of other systems, too', () => {
  const missing = Object.entries(packages).flatMap(([folder, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => resolved(name, folder) === undefined)
      .map((name) => `${name} of ${folder}`),
  );
  expect(missing).toEqual([]);
});

describe('programs that are compiled for each system', () => {
  it('are those of the build and of the checks', () => {
    expect([...native.keys()]).toEqual(
      expect.arrayContaining(['@biomejs/biome', 'lightningcss', 'rolldown', 'rollup', 'typescript']),
    );
  });

  it.each(['linux', 'darwin', 'win32'].flatMap((os) => ['x64', 'arm64'].map((cpu) => [os, cpu] as const)))(
    'are there for %s on %s',
    (os, cpu) => {
      for (const [name, parts] of native)
        expect(
          parts.some((part) => part.optional && part.os!.includes(os) && part.cpu?.includes(cpu)),
          name,
        ).toBe(true);
    },
  );
});
