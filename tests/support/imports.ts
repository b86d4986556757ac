/** What the files of src import, found by parsing them. */
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

/**
 * The specifiers of everything a file refers to: imports and re-exports, also of types alone, `import()`, and files
 * named by `new URL('…', import.meta.url)`.
 * @throws Error for a file that cannot be parsed, or an `import()` whose target cannot be told
 */
export function importsOf({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  const { program, errors } = parseSync(extname(path) === '.mdx' ? `${path}.tsx` : path, codeOf(path, text));
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]!.message}`);
  walk(program, (node) => {
    const source = sourceOf(node);
    if (source === undefined) return;
    // It fetches again what another import has named.
    if (source === null && path === 'platform/importer.ts') return;
    if (typeof source !== 'string') throw new Error(`${path} imports something that cannot be told from its text`);
    found.push(source);
  });
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

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit);
  } else if (isNode(value)) {
    visit(value);
    for (const part of Object.values(value)) walk(part, visit);
  }
}

/** The specifier that a node refers to; undefined where it refers to none, null where it cannot be told. */
function sourceOf(node: Node): string | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return literal(node.source);
    case 'ExportNamedDeclaration':
      return node.source === null ? undefined : literal(node.source);
    case 'TSExternalModuleReference':
      return literal(node.expression);
    case 'NewExpression': {
      const [file, base] = node.arguments as Node[];
      const ofModule =
        isNode(base) && base.type === 'MemberExpression' && (base.object as Node).type === 'MetaProperty';
      return ofModule ? literal(file) : undefined;
    }
    default:
      return undefined;
  }
}

function literal(node: unknown): string | null {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}
