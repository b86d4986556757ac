import { unrolled } from './program';

/**
 * Products of matrices in blocks: a fragment computes rows × columns tiles, each an output of its own. R + C texels then
 * serve R·C products of two tiles, where a fragment of one tile fetches two texels for each.
 */
export interface Block {
  readonly rows: 2 | 4;
  readonly columns: 2;
}

/** As many tiles as every WebGL 2 has outputs; as eight outputs allow, fewer fetches and fewer fragments. */
export const SMALL_BLOCK: Block = { rows: 2, columns: 2 };
export const LARGE_BLOCK: Block = { rows: 4, columns: 2 };

/** Names of the outputs of a block, row by row of its tiles. */
export const blockOutputs = ({ rows, columns }: Block): readonly string[] =>
  Array.from({ length: rows * columns }, (_, i) => `block${i}`);

/** How many blocks cover so many tiles. */
export const blocksOf = (
  { rows, columns }: Block,
  tileRows: number,
  tileColumns: number,
): readonly [number, number] => [Math.ceil(tileRows / rows), Math.ceil(tileColumns / columns)];

interface Operands {
  /** GLSL of the tile of the left matrix that meets row `r` of the block in term `i`; of the right one and column `c`. */
  readonly left: (i: string, r: number) => string;
  readonly right: (i: string, c: number) => string;
}

/**
 * GLSL that sums `term(left, right)` over 0 … bound − 1 for every tile of a block, and sets the outputs. Summed in
 * variables, which software renderers keep nearer than outputs. `terms` a turn of the loop, as in `unrolled`.
 */
export function blockProduct(block: Block, bound: string, { left, right }: Operands, terms?: number): string {
  const outputs = blockOutputs(block);
  const rows = Array.from({ length: block.rows }, (_, r) => r);
  const columns = Array.from({ length: block.columns }, (_, c) => c);
  const turn = (i: string): string => `{
      ${rows.map((r) => `vec4 left${r} = ${left(i, r)};`).join('\n      ')}
      ${columns.map((c) => `vec4 right${c} = ${right(i, c)};`).join('\n      ')}
      ${rows.flatMap((r) => columns.map((c) => `sum${r * block.columns + c} += term(left${r}, right${c});`)).join('\n      ')}
    }`;
  return `
  vec4 ${outputs.map((_, i) => `sum${i} = vec4(0.0)`).join(', ')};
  ${unrolled(bound, turn, terms)}
  ${outputs.map((name, i) => `${name} = sum${i};`).join(' ')}
`;
}

/** GLSL of `vec4 tileOfBlock(ivec2 at, int row, int column)`: a matrix's tile out of the block whose texel is `at`. */
export const tileOfBlock = (block: Block): string => `
vec4 tileOfBlock(ivec2 at, int row, int column) {
  vec2 place = (vec2(at.yx) + 0.5) * perTexel(block0);
  switch ((row & ${block.rows - 1}) * ${block.columns} + (column & ${block.columns - 1})) {
    ${blockOutputs(block)
      .map((name, i, { length }) => `${i === length - 1 ? 'default' : `case ${i}`}: return texture(${name}, place);`)
      .join('\n    ')}
  }
}
`;
