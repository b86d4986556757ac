/** Which words of the interface nothing says. */
import { isNode, type Node, parse, type SourceFile, walk } from './sources';

/** What files say of words: `group.name` of each that is named, groups that are looked into by a key, and all keys. */
interface Uses {
  readonly named: Set<string>;
  readonly groups: Set<string>;
  readonly keys: Set<string>;
}

/**
 * The paths of words, as `loss.steps`, that no file names: by its own name and that of its group, as in `loss.steps` or
 * `const { steps } = words.loss`; or, of a group that is looked into as in `loss[key]`, by a key of that name.
 */
export function unusedWords(paths: readonly string[], files: readonly SourceFile[]): string[] {
  const uses: Uses = { named: new Set(), groups: new Set(), keys: new Set() };
  for (const file of files) readUses(parse(file), uses);
  return paths.filter((path) => {
    const [name = '', ...groups] = path.split('.').reverse();
    if (uses.named.has(`${groups[0] ?? 'words'}.${name}`)) return false;
    return !(groups.some((group) => uses.groups.has(group)) && uses.keys.has(name));
  });
}

function readUses(program: Node, { named, groups, keys }: Uses): void {
  /** What is known under another name: `{ engine: words }` makes `words` one of `engine`. */
  const aliases: (readonly [local: string, name: string])[] = [];
  const groupsOf = (node: unknown): string[] =>
    lastNames(node).flatMap((local) => [local, ...aliases.filter(([own]) => own === local).map(([, name]) => name)]);
  const destructure = (pattern: Node, from: readonly string[]): void => {
    for (const { key, value } of pattern.properties as Partial<Record<'key' | 'value', Node>>[]) {
      const [name] = lastNames(key);
      if (name === undefined) continue;
      for (const group of from) named.add(`${group}.${name}`);
      if (value?.type === 'ObjectPattern') destructure(value, [name]);
      else for (const local of lastNames(value)) aliases.push([local, name]);
    }
  };
  walk(program, (node) => {
    if (node.type === 'ObjectPattern') destructure(node, ['words']);
    const { id, init } = node as { id?: Node; init?: Node };
    if (node.type === 'VariableDeclarator' && id?.type === 'ObjectPattern') destructure(id, groupsOf(init));
  });
  walk(program, (node) => {
    if (node.type === 'Literal') keys.add(String(node.value));
    if (node.type === 'Property') for (const name of lastNames(node.key)) keys.add(name);
    if (node.type !== 'MemberExpression') return;
    for (const group of groupsOf(node.object)) {
      if (node.computed) groups.add(group);
      else named.add(`${group}.${lastNames(node.property)[0]}`);
    }
  });
}

/** The name that an expression ends in, without what it is looked into by: `b` of `a.b[c]`; both of a choice of two. */
function lastNames(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Identifier':
      return [node.name as string];
    case 'MemberExpression':
      return lastNames(node.computed ? node.object : node.property);
    case 'ConditionalExpression':
      return [...lastNames(node.consequent), ...lastNames(node.alternate)];
    default:
      return lastNames(node.expression);
  }
}
