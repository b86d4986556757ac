/** A fragment shader that computes one grid from others. */
export interface Program<I extends string = string, U extends string = string> {
  /** Names of the grids it reads, in the order of their texture units; each is a sampler2D in the code. */
  readonly inputs: readonly I[];
  /** Values that may change from draw to draw without a new link. */
  readonly uniforms: readonly { readonly name: U; readonly type: 'int' | 'float' }[];
  /** GLSL ES 3.00 with a `main` that calls setOutput(vec4) with the texel at gl_FragCoord. */
  readonly code: string;
}

/** Names in one line: uniforms('int rows', 'float beta'). */
export function uniforms<U extends string>(
  ...declarations: readonly (`int ${U}` | `float ${U}`)[]
): readonly { readonly name: U; readonly type: 'int' | 'float' }[] {
  return declarations.map((declaration) => {
    const [type, name] = declaration.split(' ') as ['int' | 'float', U];
    return { name, type };
  });
}

/** Names used by the code below and by the programs. A matrix is a grid in the layout of tiles.ts. */
export const MATRIX = `
// The tile that this fragment computes (row and column of tiles), and row and column of its first value.
ivec2 tile() { return ivec2(gl_FragCoord.yx); }
ivec2 corner() { return 2 * tile(); }

vec4 tileAt(sampler2D matrix, int row, int column) { return texelFetch(matrix, ivec2(column, row), 0); }

float valueAt(sampler2D matrix, int row, int column) {
  return tileAt(matrix, row >> 1, column >> 1)[((row & 1) << 1) | (column & 1)];
}

// Which of a tile's values lie inside a matrix of rows by columns: 1 inside, 0 outside.
vec4 inside(ivec2 first, int rows, int columns) {
  float right = first.y + 1 < columns ? 1.0 : 0.0;
  float below = first.x + 1 < rows ? 1.0 : 0.0;
  return vec4(1.0, right, below, right * below);
}
`;

/** A main that computes each of a tile's four values by `float value(int row, int column)`. */
export const BY_VALUE = `
void main() {
  ivec2 at = corner();
  setOutput(vec4(
    value(at.x, at.y), value(at.x, at.y + 1),
    value(at.x + 1, at.y), value(at.x + 1, at.y + 1)
  ));
}
`;

/** Access to the parameters' tiles (parameterTiles.ts). */
export const parameterAt = (widthBits: number): string => `
vec4 parameterAt(sampler2D parameters, int tile) {
  return texelFetch(parameters, ivec2(tile & ${2 ** widthBits - 1}, tile >> ${widthBits}), 0);
}
`;

/** The constant 1 that the bias is the weight of: appended to a matrix of activations as one more column. */
export const WITH_ONE = `
vec4 withOne(vec4 values, int columns) {
  int column = corner().y;
  if (column + 1 < columns) return values;
  if (column + 1 == columns) return vec4(values.x, 1.0, values.z, 1.0);
  return vec4(1.0, 0.0, 1.0, 0.0);
}
`;
