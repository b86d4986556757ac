/** What the site is made of: the source map of every script, and the licences of all that is not the project's own. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { filesOf } from './builtSite';

/** https://tc39.es/ecma426/ */
interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
  readonly mappings: string;
}

const siteFolder = inject('siteFolder');
const read = (path: string): string => readFileSync(join(siteFolder, path), 'utf8');

/** What Vite puts in the place of Node's own modules, which a package asks for without need. */
const NO_MODULE = '__vite-browser-external';

/** Sources that the build has other texts for: shaders without comments, and a list in the place of what makes it. */
const REWRITTEN = /(shaders|settingAttributes)\.ts$/;

/** Scripts that the build has made of sources: neither those of examples, as they are, nor what the bundler adds itself. */
const scripts = filesOf(siteFolder).filter(
  (path) => path.endsWith('.js') && !/^examples\/|rolldown-runtime-/.test(path),
);
const maps = new Map(scripts.map((path) => [path, JSON.parse(read(`${path}.map`)) as SourceMap]));

/** Numbers in the base 64 of source maps: https://tc39.es/ecma426/#sec-base64-vlq */
function numbersOf(text: string): number[] {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of text) {
    const bits = digits.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** The text in a source that a place in a script comes from, to the end of its line. */
function originOf({ mappings, sources, sourcesContent }: SourceMap, line: number, column: number) {
  let [source, row, start] = [0, 0, 0];
  let found = { source: '', text: '' };
  for (const [i, segments] of mappings
    .split(';')
    .slice(0, line + 1)
    .entries()) {
    let at = 0;
    for (const segment of segments.split(',').filter(Boolean)) {
      const [step, ...origin] = numbersOf(segment);
      at += step!;
      if (origin.length === 0) continue;
      source += origin[0]!;
      row += origin[1]!;
      start += origin[2]!;
      if (i === line && at <= column)
        found = { source: sources[source]!, text: sourcesContent[source]!.split('\n')[row]!.slice(start) };
    }
  }
  return found;
}

describe('source maps', () => {
  it('are beside every script, which names its own', () => {
    expect(scripts.length).toBeGreaterThan(100);
    for (const path of scripts)
      expect(read(path).trimEnd().split('\n').at(-1), path).toBe(`//# sourceMappingURL=${posix.basename(path)}.map`);
  });

  it('name sources by their paths in the project, and have the text of each', () => {
    for (const [path, { sources, sourcesContent }] of maps) {
      expect(sources.filter((source) => !/^(src|site|node_modules)\//.test(source) && source !== NO_MODULE)).toEqual(
        [],
      );
      expect(sourcesContent.length, path).toBe(sources.length);
      for (const [i, source] of sources.entries())
        if (source.startsWith('src/') && source.endsWith('.ts') && !REWRITTEN.test(source))
          expect(sourcesContent[i], source).toBe(readFileSync(source, 'utf8'));
    }
  });

  // The service worker's has the list of files before it, which no source has.
  it.each([
    ['sw.js', '"activate"', 'src/offline/serviceWorker.ts', "'activate'"],
    ['embed.js', '"vae-geometry"', 'src/embed/host/element.ts', "'vae-geometry'"],
  ])('lead from a place in %s to that in its source', (path, text, source, origin) => {
    const lines = read(path).split('\n');
    const found = lines.flatMap((line, row) =>
      [...line.matchAll(new RegExp(text.replaceAll('"', '["\'`]'), 'g'))].map(({ index }) =>
        originOf(maps.get(path)!, row, index),
      ),
    );
    expect(found).toContainEqual({ source, text: expect.stringMatching(new RegExp(`^${origin}`)) });
  });
});

describe('the licences', () => {
  const notices = readFileSync(join(inject('siteFolder'), 'third-party-notices.txt'), 'utf8');

  /** What they are told of, with its text. */
  const told = new Map(
    notices.split(/\n-{80}\n/).map((notice) => {
      const [, name, text] = /^\s*(\S+)(.*)$/s.exec(notice)!;
      return [name!, text!];
    }),
  );
  /** Fonts, style sheets, images and kernels, which have no source map, and what the build puts into scripts itself. */
  const WITHOUT_MAP = [
    '@fontsource-variable/inter',
    '@fontsource-variable/source-serif-4',
    'assemblyscript',
    'data/faces/',
    'data/uci-digits.png',
    'katex',
    'mnist',
    'rolldown',
    'vite',
  ];

  it('are told of every package that a script of the site has a module of, and of no other', () => {
    const packages = [...maps.values()].flatMap(({ sources }) =>
      sources.flatMap((source) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
    );
    expect([...told.keys()].sort()).toEqual([...new Set([...packages, ...WITHOUT_MAP])].sort());
    // Of each bundle there is one.
    for (const name of ['react', 'papaparse', '@tensorflow/tfjs-core', 'workbox-strategies'])
      expect(packages).toContain(name);
  });

  it('have the text of each', () => {
    for (const [name, text] of told)
      if (!name.startsWith('data/'))
        expect(text, name).toMatch(
          /Permission is hereby granted|Permission to use, copy, modify|Redistribution and use in source and binary forms|Apache License\s+Version 2\.0|SIL OPEN FONT LICENSE/,
        );
  });

  it.each([
    ['mnist', /Copyright \(c\) 2015 Juan Cazala\s+Permission is hereby granted/],
    ['@fontsource-variable/inter', /The Inter Project Authors.*?SIL OPEN FONT LICENSE/s],
    ['@fontsource-variable/source-serif-4', /SIL OPEN FONT LICENSE/],
    ['katex', /Khan Academy.*?Permission is hereby granted/s],
    ['assemblyscript', /Apache License.*?contributions to AssemblyScript/s],
    ['rolldown', /Permission is hereby granted/],
    ['vite', /VoidZero Inc\. and Vite contributors\s+Permission is hereby granted/],
    ['data/uci-digits.png', /Alpaydin.*?CC BY 4\.0/s],
    ['data/faces/', /data\/faces\/LICENSES\.txt/],
  ])('are told of what is in no script: %s', (name, text) => {
    expect(told.get(name)).toMatch(text);
  });
});
