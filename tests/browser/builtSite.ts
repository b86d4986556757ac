/** What a built site consists of, read from its files and from the manifest that the build writes beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** An entry of Vite's manifest: https://vite.dev/guide/backend-integration */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** What a script refers to by name. */
export interface References {
  /** Scripts that it imports, at once or later. */
  readonly imports: readonly string[];
  /** Scripts that it starts workers from. */
  readonly workers: readonly string[];
}

/** Files that no script fetches: documents, what a click, a system, a host, a debugger or another site asks for, and the README's picture. */
const NOT_FETCHED = [
  /\.html$/,
  /\.map$/,
  /^\.vite\//,
  /^_headers$/,
  /^third-party-notices\.txt$/,
  /^(icon|apple-touch-icon|favicon|card)\b/,
  /^picture\.png$/,
  /\bsite\.webmanifest$/,
  /^(robots\.txt|sitemap\.xml)$/,
  /^(embed|sw)\.js$/,
  /^examples\//,
];

/** Scripts that no document of the site names: other sites do, and the browser between visits. */
export const FOR_OTHERS: readonly string[] = ['embed.js', 'sw.js', 'examples/scripted.js'];

/** Every file below a site's folder, with slashes. */
export function filesOf(siteFolder: string): string[] {
  return readdirSync(siteFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(siteFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const read = (siteFolder: string, path: string): string => readFileSync(join(siteFolder, path), 'utf8');

/** @throws Error when the site was built without `--manifest` */
export function manifestOf(siteFolder: string): Manifest {
  return JSON.parse(read(siteFolder, '.vite/manifest.json')) as Manifest;
}

/** The documents of the site that run its program. */
export const documentsOf = (siteFolder: string): string[] =>
  filesOf(siteFolder).filter(
    (path) => path.endsWith('.html') && read(siteFolder, path).includes('<script type="module"'),
  );

/** What a document itself asks for: the files that it names, what its scripts import at once, their style sheets. */
export function earlyRequests(siteFolder: string, document = 'index.html'): string[] {
  const files = new Set(filesOf(siteFolder));
  const named = [...read(siteFolder, document).matchAll(/\s(?:src|href|srcset)="(\.\.?\/[^"\s]+)"/g)].map(([, path]) =>
    posix.join(posix.dirname(document), path!),
  );
  const early = new Set(named.filter((path) => files.has(path) && !path.endsWith('.html')));
  const manifest = manifestOf(siteFolder);
  const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const taken = new Set<Chunk>();
  const take = (chunk: Chunk): void => {
    if (taken.has(chunk)) return;
    taken.add(chunk);
    early.add(chunk.file);
    for (const sheet of chunk.css ?? []) early.add(sheet);
    for (const key of chunk.imports ?? []) take(manifest[key]!);
  };
  for (const path of [...early]) if (byFile.has(path)) take(byFile.get(path)!);
  return [...early].sort();
}

/**
 * Every file of the site that a document may fetch after its first scripts have come: chunks, style sheets, workers' scripts,
 * kernels, data and fonts. It is all that there is but for what is named as something else, so a new file is in it by
 * itself. Paths below the site, with slashes.
 */
export function lazyRequests(siteFolder: string): string[] {
  const early = new Set(documentsOf(siteFolder).flatMap((document) => earlyRequests(siteFolder, document)));
  return filesOf(siteFolder).filter((path) => !early.has(path) && !NOT_FETCHED.some((pattern) => pattern.test(path)));
}

/** The scripts of a site and what each refers to. */
export function scriptsOf(siteFolder: string): Map<string, References> {
  const scripts = filesOf(siteFolder).filter((path) => path.endsWith('.js'));
  return new Map(scripts.map((path) => [path, referencesOf(path, read(siteFolder, path))]));
}

/**
 * @param path of the script below the site; what it names is resolved against it
 * @throws Error for a script that cannot be parsed, or one that starts a worker whose script cannot be told
 */
export function referencesOf(path: string, code: string): References {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]!.message}`);
  const imports: string[] = [];
  const workers: string[] = [];
  const resolve = (specifier: string): string => posix.normalize(posix.join(posix.dirname(path), specifier));
  walk(program, (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ImportExpression':
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration': {
        const specifier = textOf(node.source);
        // One that is put together while the page runs is told at the loader's call, where it stands whole.
        if (specifier !== null) imports.push(resolve(specifier));
        break;
      }
      case 'NewExpression': {
        const callee = node.callee as Node;
        if (callee.type !== 'Identifier' || !/^(Shared)?Worker$/.test(String(callee.name))) break;
        const named: string[] = [];
        walk(node.arguments, (part) => {
          const text = textOf(part);
          if (text !== null && /\.m?js$/.test(text)) named.push(resolve(text));
        });
        // One that imports the script of another, which is told at the place that starts that.
        if (/createObjectURL/.test(code.slice(Number(node.start), Number(node.end)))) break;
        if (named.length === 0) throw new Error(`${path} starts a worker whose script cannot be told`);
        workers.push(...named);
      }
    }
  });
  return { imports, workers };
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit);
  } else if (isNode(value)) {
    visit(value);
    for (const part of Object.values(value)) walk(part, visit);
  }
}

/** The text of a string literal, in quotes of any kind; null for anything else. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral' || (node.expressions as Node[]).length > 0) return null;
  return ((node.quasis as Node[])[0]!.value as { cooked: string }).cooked;
}
