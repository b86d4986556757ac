/** What the files of src import, found by parsing them. */
import { isNode, type Node, parse, type SourceFile, walk } from './sources';

/**
 * The specifiers of everything a file refers to: imports and re-exports, also of types alone, `import()`, and files
 * named by `new URL('…', import.meta.url)`.
 * @throws Error for a file that cannot be parsed, or an `import()` whose target cannot be told
 */
export function importsOf(file: SourceFile): string[] {
  const found: string[] = [];
  walk(parse(file), (node) => {
    const source = sourceOf(node);
    if (source === undefined) return;
    // It fetches again what another import has named.
    if (source === null && file.path === 'platform/importer.ts') return;
    if (source === null) throw new Error(`${file.path} imports something that cannot be told from its text`);
    found.push(source);
  });
  return found;
}

/** The specifier that a node refers to; undefined where it refers to none, null where it cannot be told. */
export function sourceOf(node: Node): string | null | undefined {
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
