import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unusedExports } from './support/exports';
import { importsOf } from './support/imports';
import { readSources, type SourceFile } from './support/sources';

/** The rooms of src and what each may import besides itself. Files at the root are rooms of their own. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  math: [],
  formats: ['math'],
  data: ['platform', 'math', 'formats'],
  model: ['platform', 'math', 'formats', 'data'],
  worker: ['platform', 'math', 'formats', 'data', 'model'],
  state: ['platform', 'math', 'formats', 'worker'],
  draw: ['platform', 'math'],
  text: ['platform'],
  panels: ['platform', 'math', 'formats', 'worker', 'state', 'draw', 'text'],
  figures: ['platform', 'math', 'worker', 'state', 'draw', 'text', 'panels'],
  article: ['platform', 'math', 'worker', 'state', 'draw', 'text', 'panels', 'figures', 'offline'],
  embed: ['platform', 'math', 'worker', 'state', 'text', 'panels', 'figures', 'article', 'styles', 'boot'],
  offline: [],
  main: ['platform', 'math', 'worker', 'state', 'text', 'panels', 'figures', 'article', 'styles', 'boot'],
  styles: [],
  boot: [],
  'mdx.d': [],
};

/** All that the page's side may know of the worker's, so that neither tfjs nor a reader of files gets into its bundle. */
const PAGE = ['state', 'panels', 'figures', 'article', 'embed', 'main'];
const DOORS = [
  'worker/client',
  'worker/protocol',
  'worker/frameProtocol',
  'worker/jobProtocol',
  'worker/jobAnswers',
  'worker/timelineProtocol',
  'worker/inspector',
  'worker/library',
  'worker/libraryProtocol',
  'worker/weightsFile',
  'worker/workerError',
];

/** All that an embedded figure may know of the article's, and fetches. */
const CAPTION = 'article/FigureCaption';

/** Packages that only some rooms may import. The root of zustand brings React along; its vanilla store does not. */
const PACKAGES: readonly { name: RegExp; rooms: readonly string[] }[] = [
  { name: /^workbox-/, rooms: ['offline'] },
  { name: /^@tensorflow\//, rooms: ['model'] },
  { name: /^(react|react-dom|lucide-react)(\/|$)|^zustand$/, rooms: ['panels', 'figures', 'article', 'embed', 'main'] },
];

const roomOf = (path: string): string =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.(tsx?|css)$/, '');

/** What is wrong with one import; null for one that is in order. */
function breach(path: string, specifier: string): string | null {
  const room = roomOf(path);
  const says = (what: string): string => `${path} imports ${specifier}: ${what}`;
  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('/')) return says('name files from where they are');
    const rule = PACKAGES.find(({ name, rooms }) => name.test(specifier) && !rooms.includes(room));
    return rule === undefined ? null : says(`only ${rule.rooms.join(', ')} may`);
  }
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  if (target.startsWith('..')) return says('it is outside of src');
  const other = roomOf(target);
  if (other === room) return null;
  if (!ROOMS[room]!.includes(other)) return says(`${room} may not import ${other}`);
  if (room === 'embed' && other === 'article' && target !== CAPTION)
    return says(`of the article it knows only ${CAPTION}`);
  const door = DOORS.includes(target.replace(/\.ts$/, ''));
  return other === 'worker' && PAGE.includes(room) && !door ? says(`the page knows only ${DOORS.join(' and ')}`) : null;
}

function breaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (!Object.hasOwn(ROOMS, roomOf(file.path))) return [`${file.path} is in no room of the house`];
    return importsOf(file).flatMap((specifier) => breach(file.path, specifier) ?? []);
  });
}

const files = readSources();

describe('the rooms of src', () => {
  it('import one way', () => {
    expect(breaches(files)).toEqual([]);
  });

  it('have captions of the article fetched by an embedded figure, and not in its first script', () => {
    const named = files
      .filter(({ path }) => roomOf(path) === 'embed')
      .flatMap(({ text }) => text.match(/(from |import\()'[^']*\/article\/[^']*'/g) ?? []);
    expect(named).toEqual([`import('../${CAPTION}'`]);
  });

  it('were really walked', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)));
    for (const room of Object.keys(ROOMS).filter((name) => !['styles', 'boot', 'mdx.d'].includes(name))) {
      expect(rooms).toContain(room);
    }
    const imports = files.flatMap(importsOf);
    for (const known of [
      'react',
      './worker.ts',
      './library.worker.ts',
      '../model/webgl/engine',
      './en.mdx',
      '../worker/protocol',
    ]) {
      expect(imports).toContain(known);
    }
  });
});

/** Exports that only something outside of src needs. */
const FOR_OTHERS: Readonly<Record<string, string>> = {
  'text/boot.ts: boot': 'site/ writes it into the documents',
  'text/heads.ts: heads': 'site/ writes it into the documents',
};

describe('the exports of src', () => {
  it('are used in src', () => {
    expect(unusedExports(files)).toEqual(Object.keys(FOR_OTHERS));
  });

  const found = (first: string, second = ''): string[] =>
    unusedExports([
      { path: 'math/a.ts', text: first },
      { path: 'math/b.ts', text: second },
    ]);

  it.each<[string, string?]>([
    ['export const a = 1;'],
    ['export function a() { return a(); }'],
    ['export type a = number;'],
    ['export interface a {}'],
    ['export class a {}'],
    ['const a = 1; export { a };'],
    ["export { a } from './c';"],
    ["import { a } from './c'; export { a }; a();"],
    ['export const a = 1;', "import { b } from './a'; b();"],
    ['export const a = 1;', "import('./a').then(({ b }) => b);"],
    ['export const a = 1;', "import { a } from './c'; a();"],
  ])('misses a use of a in %j and %j', (first, second) => {
    expect(found(first, second)).toEqual(['math/a.ts: a']);
  });

  it.each<[string, string?]>([
    ['export const a = 1; a;'],
    ['export interface a {} const b = (it: a) => it;'],
    ['export const a = 1;', "import { a } from './a';"],
    ['export const a = 1;', "import { a as b } from './a';"],
    ['export type a = number;', "import type { a } from './a';"],
    ['export const a = 1;', "import * as all from './a'; all.a;"],
    ['export const a = 1;', "import('./a').then(({ a }) => a);"],
    ['export const a = 1;', "type B = typeof import('./a').a;"],
    ['export default 1;', "import a from './a';"],
    ['export default 1;', "import('./a');"],
    ['export const a = 1;', "export { a } from './a'; import { a } from './b';"],
  ])('finds the use of a in %j and %j', (first, second) => {
    expect(found(first, second)).toEqual([]);
  });
});

describe('the check of imports', () => {
  const found = (path: string, text: string): string[] => breaches([{ path, text }]);

  it.each([
    ['math/a.ts', "import { b } from '../data/b';"],
    ['math/a.ts', "import type { B } from '../data/b';"],
    ['math/a.ts', "import { type B } from '../data/b';"],
    ['math/a.ts', "export { b } from '../data/b';"],
    ['math/a.ts', "export * from '../data/b';"],
    ['math/a.ts', "export type { B } from '../data/b';"],
    ['math/a.ts', "export type B = import('../data/b').B;"],
    ['math/a.ts', "export const b = () => import('../data/b');"],
    ['math/a.ts', "export const b = new URL('../data/b.ts', import.meta.url);"],
    ['math/a.ts', "import b = require('../data/b');"],
    ['math/deep/a.ts', "import '../../data/b';"],
    ['data/a.ts', "import '../model/b';"],
    ['model/a.ts', "import '../worker/protocol';"],
    ['worker/a.ts', "import '../state/lab';"],
    ['state/a.ts', "import '../panels/b';"],
    ['state/a.ts', "import type { B } from '../model/engine';"],
    ['state/a.ts', "import type { Source } from '../data/sources';"],
    ['state/a.ts', "import type { Session } from '../worker/session';"],
    ['panels/a.tsx', "import { measure } from '../worker/measure';"],
    ['panels/a.tsx', "import '../article/b';"],
    ['article/a.mdx', "import { Session } from '../worker/session';\n\n# Title\n\nImports are prose here."],
    ['article/a.tsx', "import '../embed/b';"],
    ['embed/a.tsx', "import '../article/b';"],
    ['embed/a.tsx', "import '../draw/b';"],
    ['main.tsx', "import '../src/model/engine';"],
    ['main.tsx', "import './model/engine';"],
    ['main.tsx', "import './draw/images';"],
    ['draw/a.ts', "import type { Frame } from '../worker/protocol';"],
    ['draw/a.ts', "import '../text';"],
    ['state/a.ts', "import '../draw/b';"],
    ['text/a.ts', "import type { Key } from '../state/settings';"],
    ['text/a.ts', "import '../math/b';"],
    ['worker/a.ts', "import * as tf from '@tensorflow/tfjs-core';"],
    ['panels/a.tsx', "import('@tensorflow/tfjs-core');"],
    ['state/a.ts', "import { useState } from 'react';"],
    ['draw/a.tsx', "import { createRoot } from 'react-dom/client';"],
    ['state/a.ts', "import { create } from 'zustand';"],
    ['math/a.ts', "import '../../tests/support/close';"],
    ['math/a.ts', "import '/src/math/b';"],
    ['utils/a.ts', 'export const a = 1;'],
    ['helpers.ts', 'export const a = 1;'],
  ])('finds the breach in %s: %j', (path, text) => {
    expect(found(path, text)).toHaveLength(1);
    expect(found(path, text)[0]).toContain(path);
  });

  it.each([
    ['math/a.ts', "import { b } from './b'; import c from 'some-package';"],
    ['data/deep/a.ts', "import { b } from '../../math/b'; import '../c';"],
    ['model/a.ts', "import * as tf from '@tensorflow/tfjs-core'; import plain from './kernel.wasm?url';"],
    ['worker/a.ts', "import '../data/b'; import '../model/b'; import '../math/b'; import './session';"],
    ['state/a.ts', "import type { Frame } from '../worker/protocol'; import { createStore } from 'zustand/vanilla';"],
    [
      'panels/a.tsx',
      "import { useState } from 'react'; import '../draw/b'; import '../worker/client'; import '../text';",
    ],
    ['article/a.tsx', "import { themeOf } from '../draw/theme'; import './a.mdx';"],
    ['main.tsx', "import './styles.css'; import './worker/client'; import './article/Page';"],
    ['model/simd/assembly/a.ts', "import { b } from './b';\n@inline\nexport function f(): void {}"],
    ['math/a.ts', "// import '../data/b';\nexport const text = \"import '../data/b'\";"],
  ])('finds nothing amiss in %s: %j', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  it('does not pass over what it cannot read', () => {
    expect(() => found('math/a.ts', 'import { from')).toThrow('math/a.ts cannot be parsed');
    expect(() => found('math/a.ts', 'export const load = (name: string) => import(name);')).toThrow('math/a.ts');
  });
});
