/** A fragment shader that computes grids of one size from other grids. */
export interface Program<I extends string = string, U extends string = string, O extends string = string> {
  /** Names of the grids it reads, each a sampler2D in the code, in the order of their texture units. */
  readonly inputs: readonly I[];
  /** Values that may change from draw to draw without a new link. */
  readonly uniforms: readonly { readonly name: U; readonly type: 'int' | 'float' }[];
  /** Names of the grids it computes, each a vec4 that the code's `main` sets to the texel at gl_FragCoord. */
  readonly outputs: readonly O[];
  /** GLSL ES 3.00, without the declarations of the above. */
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

/** The whole fragment shader. */
export function fragmentShader({ inputs, uniforms, outputs, code }: Program): string {
  return [
    '#version 300 es',
    'precision highp float;',
    'precision highp int;',
    'precision highp sampler2D;',
    ...inputs.map((name) => `uniform sampler2D ${name};`),
    ...uniforms.map(({ name, type }) => `uniform ${type} ${name};`),
    ...outputs.map((name, i) => `layout(location = ${i}) out vec4 ${name};`),
    code,
  ].join('\n');
}

/** Names used by the code of the programs. A matrix is a grid in the layout of tiles.ts. */
export const MATRIX = `
// The tile that this fragment computes (row and column of tiles), and row and column of its first value.
ivec2 tile() { return ivec2(gl_FragCoord.yx); }
ivec2 corner() { return 2 * tile(); }

vec4 tileAt(sampler2D matrix, int row, int column) { return texelFetch(matrix, ivec2(column, row), 0); }

// The same for inner loops, with perTexel(matrix) taken outside: filtering is off, so a sample at a texel's centre is
// the texel, and software renderers sample faster than they fetch.
vec2 perTexel(sampler2D matrix) { return 1.0 / vec2(textureSize(matrix, 0)); }
vec4 sampleTile(sampler2D matrix, vec2 scale, int row, int column) {
  return texture(matrix, (vec2(column, row) + 0.5) * scale);
}

float valueAt(sampler2D matrix, int row, int column) {
  return tileAt(matrix, row >> 1, column >> 1)[((row & 1) << 1) | (column & 1)];
}

// Which of this tile's values lie inside a matrix of rows by columns: 1 inside, 0 outside.
vec4 insideOf(ivec2 first, int rows, int columns) {
  float right = first.y + 1 < columns ? 1.0 : 0.0;
  float below = first.x + 1 < rows ? 1.0 : 0.0;
  return vec4(1.0, right, below, right * below);
}
`;

/**
 * GLSL of `ivec2 divided(int a, int b)`, (a / b, a % b) of a ≥ 0 and b > 0 with a quotient under 2^20: the float quotient
 * is then off by one at most. Software renderers divide integers lane by lane.
 */
export const DIVIDED = `
ivec2 divided(int a, int b) {
  int quotient = int(float(a) / float(b));
  int rest = a - quotient * b;
  int off = rest < 0 ? -1 : rest >= b ? 1 : 0;
  return ivec2(quotient + off, rest - off * b);
}
`;

/** A main that computes each of a tile's four values by `float value(int row, int column)`. */
export const byValue = (output: string): string => `
void main() {
  ivec2 at = corner();
  ${output} = vec4(
    value(at.x, at.y), value(at.x, at.y + 1),
    value(at.x + 1, at.y), value(at.x + 1, at.y + 1)
  );
}
`;

/**
 * Access to the parameters' tiles (parameterTiles.ts), with perTexel(parameters) taken outside. The number of the tile
 * is a float, exact up to 2^24, as is its division by a power of two: integers would be converted at every sample.
 */
export const parameterAt = (widthBits: number): string => `
vec4 parameterAt(sampler2D parameters, vec2 scale, float tile) {
  float row = floor(tile / ${2 ** widthBits}.0);
  return texture(parameters, (vec2(tile - row * ${2 ** widthBits}.0, row) + 0.5) * scale);
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

/** A loop over 0 … bound − 1, several terms a turn: the loop itself costs as much as a product of two tiles. */
export const unrolled = (bound: string, term: (i: string) => string, terms = 4): string => `
  int i = 0;
  for (; i + ${terms} <= ${bound}; i += ${terms}) {
    ${Array.from({ length: terms }, (_, k) => term(k === 0 ? 'i' : `i + ${k}`)).join('\n    ')}
  }
  for (; i < ${bound}; i++) { ${term('i')} }
`;
