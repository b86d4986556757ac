/** The files of src, and their syntax. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export interface SourceFile {
  /** Below src, with slashes: `model/tfjs/engine.ts`. */
  readonly path: string;
  readonly text: string;
}

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const CODE = new Set(['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.mdx']);

/** Every file of src that can import something. */
export function readSources(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.has(extname(entry.name)))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(SRC, path).split(sep).join('/'), text: readFileSync(path, 'utf8') };
    });
}

const parsed = new WeakMap<SourceFile, Node>();

/**
 * The syntax of a file, found once.
 * @throws Error for a file that cannot be parsed
 */
export function parse(file: SourceFile): Node {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const { path, text } = file;
  const { program, errors } = parseSync(extname(path) === '.mdx' ? `${path}.tsx` : path, codeOf(path, text));
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]!.message}`);
  const found = program as unknown as Node;
  parsed.set(file, found);
  return found;
}

/** What of a file a parser of TypeScript takes. */
function codeOf(path: string, text: string): string {
  // AssemblyScript has decorators on functions.
  if (path.includes('/assembly/')) return text.replace(/^@\w+$/gm, '');
  if (extname(path) !== '.mdx') return text;
  // MDX has its imports and exports in paragraphs of their own.
  const paragraphs = text.split(/\n\s*\n/);
  return paragraphs.filter((paragraph) => /^(import|export)\b/.test(paragraph)).join('\n');
}

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}

export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit);
  } else if (isNode(value)) {
    visit(value);
    for (const part of Object.values(value)) walk(part, visit);
  }
}
