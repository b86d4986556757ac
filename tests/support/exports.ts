/** What the files of src export and nothing in src uses. */
import { posix } from 'node:path';
import { sourceOf } from './imports';
import { isNode, type Node, parse, type SourceFile, walk } from './sources';

/** Kernels in WebAssembly: what their entries export is called by name. */
const HOSTS: Readonly<Record<string, string>> = {
  'draw/ellipses/kernel.ts': 'draw/ellipses/assembly/kernel.ts',
  'model/simd/kernel.ts': 'model/simd/assembly/index.ts',
};

/**
 * The exports that no other file imports and that their own file has no use for, as `path: name`. Of what is imported as
 * a whole (`import()`, `import * as`, kernels) that counts as used whose name the importing file mentions.
 */
export function unusedExports(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const used = new Set<string>();
  const exported: string[] = [];
  for (const file of files) {
    const { names, own, imports, wholes } = read(file);
    exported.push(...names.filter((name) => !own.has(name)).map((name) => `${file.path}: ${name}`));
    const pathOf = (specifier: string): string | undefined => {
      const target = posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, ''));
      return ['', '.ts', '.tsx', '/index.ts'].map((ending) => target + ending).find((path) => paths.has(path));
    };
    for (const [specifier, name] of imports) used.add(`${pathOf(specifier)}: ${name}`);
    for (const path of [...wholes.names.map(pathOf), HOSTS[file.path]]) {
      for (const name of wholes.mentioned) used.add(`${path}: ${name}`);
    }
  }
  return exported.filter((name) => !used.has(name));
}

interface Module {
  readonly names: readonly string[];
  /** Names declared here that another statement than their declaration uses. */
  readonly own: ReadonlySet<string>;
  /** Specifiers, and the names that are imported or passed on from there. */
  readonly imports: readonly (readonly [specifier: string, name: string])[];
  /** Specifiers of what is imported as a whole, and all names that could mean a part of it. */
  readonly wholes: { readonly names: readonly string[]; readonly mentioned: ReadonlySet<string> };
}

function read(file: SourceFile): Module {
  const names: string[] = [];
  const declared = new Set<string>();
  const own = new Set<string>();
  const imports: [string, string][] = [];
  const wholes: string[] = [];
  const mentioned = new Set(['default']);
  for (const statement of parse(file).body as Node[]) {
    const specifiers = (statement.specifiers ?? []) as Node[];
    const source = sourceOf(statement);
    for (const { type, imported, local, exported } of specifiers) {
      if (exported !== undefined) names.push(nameOf(exported)!);
      if (type === 'ImportNamespaceSpecifier') wholes.push(source!);
      else if (source) imports.push([source, nameOf(type === 'ExportSpecifier' ? local : imported) ?? 'default']);
    }
    if (specifiers.length > 0) continue;
    if (statement.type === 'ExportDefaultDeclaration') names.push('default');
    const mine = namesOf(statement.type === 'ExportNamedDeclaration' ? (statement.declaration as Node) : statement);
    if (statement.type === 'ExportNamedDeclaration') names.push(...mine);
    for (const name of mine) declared.add(name);
    walk(statement, (node) => {
      const name = nameOf(node);
      if (name !== undefined) mentioned.add(name);
      if (name !== undefined && !mine.includes(name)) own.add(name);
      const whole = sourceOf(node);
      if (whole) wholes.push(whole);
    });
  }
  return {
    names,
    own: new Set([...own].filter((name) => declared.has(name))),
    imports,
    wholes: { names: wholes, mentioned },
  };
}

function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  return node.type === 'Identifier' || node.type === 'JSXIdentifier' ? (node.name as string) : undefined;
}

/** The names that a statement declares. */
function namesOf({ id, declarations }: Node): string[] {
  const declarators = (declarations ?? []) as Node[];
  return [id, ...declarators.map((declarator) => declarator.id)].flatMap((node) => nameOf(node) ?? []);
}
