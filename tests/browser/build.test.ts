import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import {
  documentsOf,
  earlyRequests,
  FOR_OTHERS,
  filesOf,
  lazyRequests,
  manifestOf,
  referencesOf,
  scriptsOf,
} from './builtSite';

describe('what a script refers to', () => {
  it('is found in every form that a bundler writes', () => {
    const code = `
      import a from "./a.js"; import "./b.js"; export { c } from './c.js'; export * from '../d.js';
      const later = () => import(\`./e.js\`);
      new Worker(new URL(new URL(\`w.js\`, import.meta.url).href, \`\` + import.meta.url), { type: 'module' });
      new SharedWorker(new URL("v.js", import.meta.url));
      new Blob([]); import(x);`;
    expect(referencesOf('assets/index.js', code)).toEqual({
      imports: ['assets/a.js', 'assets/b.js', 'assets/c.js', 'd.js', 'assets/e.js'],
      workers: ['assets/w.js', 'assets/v.js'],
    });
  });

  it('is not guessed: a worker whose script cannot be told is an error', () => {
    expect(() => referencesOf('assets/index.js', 'new Worker(address)')).toThrow('cannot be told');
  });
});

describe('the built site', () => {
  const siteFolder = inject('siteFolder');

  it('has a document for each way to open it, each with scripts of its own and a style sheet', () => {
    const documents = documentsOf(siteFolder);
    expect(documents).toEqual(expect.arrayContaining(['embed.html', 'index.html', 'zh/index.html']));
    for (const document of documents) {
      const early = earlyRequests(siteFolder, document);
      for (const kind of [/^assets\/.*\.js$/, /\.css$/, /^boot\.js$/, /^poster\.webp$/]) {
        expect(
          early.some((path) => kind.test(path)),
          `${kind} of ${document}`,
        ).toBe(true);
      }
    }
  });
  const manifest = manifestOf(siteFolder);
  const scripts = scriptsOf(siteFolder);
  const workers = new Set([...scripts.values()].flatMap((references) => references.workers));

  // Firefox complains about a preload of what a script has brought already.
  it('has one script a document, and preloads for all that it imports', () => {
    for (const document of documentsOf(siteFolder)) {
      const html = readFileSync(join(siteFolder, document), 'utf8');
      const [program, ...more] = [...html.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)].map(
        ([, path]) => path!,
      );
      expect(more, document).toEqual([]);
      const preloads = [...html.matchAll(/<link rel="modulepreload"[^>]* href="([^"]+)"/g)].map(([, path]) => path!);
      const below = (path: string): string => posix.join(posix.dirname(document), path);
      const imported = new Set<string>();
      const take = (path: string): void => {
        for (const { file, imports = [] } of Object.values(manifest).filter((chunk) => chunk.file === path)) {
          if (file !== below(program!)) imported.add(file);
          for (const key of imports) take(manifest[key]!.file);
        }
      };
      take(below(program!));
      expect(preloads.map(below).sort()).toEqual([...imported].sort());
    }
  });

  it('has workers, and every script that is started as one is there', () => {
    expect(workers.size).toBeGreaterThan(0);
    expect([...workers].filter((path) => !scripts.has(path))).toEqual([]);
  });

  // WebKit evaluates a worker's entry again when a chunk imports from it: a second worker inside the first.
  it("has no script that imports a worker's entry, at once or later", () => {
    const found = [...scripts].flatMap(([path, { imports }]) =>
      imports.filter((target) => workers.has(target)).map((target) => `${path} imports ${target}`),
    );
    expect(found).toEqual([]);
  });

  it('consists of scripts that the page or a worker gets to, and imports none that is not there', () => {
    const reached = new Set<string>();
    const reach = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      const { imports, workers: started } = scripts.get(path) ?? { imports: [], workers: [] };
      for (const target of [...imports, ...started]) reach(target);
    };
    const first = documentsOf(siteFolder).flatMap((document) => earlyRequests(siteFolder, document));
    for (const path of [...first, ...FOR_OTHERS]) if (path.endsWith('.js')) reach(path);
    expect([...reached].sort()).toEqual([...scripts.keys()].sort());
  });
});

describe('the script of other sites', () => {
  const siteFolder = inject('siteFolder');
  const code = readFileSync(join(siteFolder, 'embed.js'), 'utf8');

  it('weighs less than 3 kB', () => {
    expect(gzipSync(code).length).toBeLessThan(3000);
  });

  it('stands by itself: it imports nothing', () => {
    expect(referencesOf('embed.js', code)).toEqual({ imports: [], workers: [] });
  });
});

describe('what may be fetched later', () => {
  const siteFolder = inject('siteFolder');
  const lazy = lazyRequests(siteFolder);
  const early = documentsOf(siteFolder).flatMap((document) => earlyRequests(siteFolder, document));

  it("is every chunk of the manifest that the document does not ask for, and every worker's", () => {
    const chunks = Object.values(manifestOf(siteFolder)).flatMap(({ file, css = [] }) => [file, ...css]);
    const scripts = [...scriptsOf(siteFolder)].flatMap(([path, { workers }]) => [path, ...workers]);
    const missing = [...chunks, ...scripts].filter((path) => ![...early, ...lazy, ...FOR_OTHERS].includes(path));
    expect(missing).toEqual([]);
    expect(chunks.some((path) => lazy.includes(path))).toBe(true);
  });

  it('covers every kind of file', () => {
    for (const kind of [/\.js$/, /\.wasm$/, /^data\/.*\.png$/, /^data\/.*\.json$/, /\.woff2$/]) {
      expect(lazy.some((path) => kind.test(path))).toBe(true);
    }
  });

  it('and what is asked for at once are different things, all of them there', () => {
    const files = filesOf(siteFolder);
    expect(lazy.filter((path) => early.includes(path))).toEqual([]);
    expect([...lazy, ...early].filter((path) => !files.includes(path))).toEqual([]);
  });
});
