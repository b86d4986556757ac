import { MATRIX, type Program, uniforms } from './program';

/** Pixels of a resident grid (resident.ts): four in a texel, row by row of the grid. */
const pixelsAt = (widthBits: number): string => `
vec4 texelAt(int index) {
  return texelFetch(images, ivec2(index & ${2 ** widthBits - 1}, index >> ${widthBits}), 0);
}

// A pixel and its right neighbour.
vec2 pixelsAt(int index) {
  vec4 here = texelAt(index >> 2);
  switch (index & 3) {
    case 0: return here.xy;
    case 1: return here.yz;
    case 2: return here.zw;
    default: return vec2(here.w, texelAt((index >> 2) + 1).x);
  }
}
`;

/** As `mix32` and `drawRows` of math/mix32.ts and math/binarise.ts have it, to the bit. */
const DRAWN = `
uint mixed(uint h) {
  h = (h ^ (h >> 16)) * 0x21f0aaadu;
  h = (h ^ (h >> 15)) * 0x735a2d97u;
  return h ^ (h >> 15);
}

float drawn(int place, float intensity) {
  uint hash = mixed(mixed(uint(place)) ^ uint(key));
  return float(hash >> 8) < 16777216.0 * intensity ? 1.0 : 0.0;
}
`;

/**
 * Images of a batch, rows × (pixels + 1), the last column being 1.
 * @param widthBits of the resident grid
 * @param which `picks`: column 0 of the grid `batch` holds the images' numbers; `draws`: the same, drawn of their
 *   intensities with `key`; `range`: row r holds image (first + r)·stride
 */
export function gather(widthBits: number, which: 'picks'): Program<'images' | 'batch', 'rows' | 'pixels', 'values'>;
export function gather(
  widthBits: number,
  which: 'draws',
): Program<'images' | 'batch', 'rows' | 'pixels' | 'key', 'values'>;
export function gather(
  widthBits: number,
  which: 'range',
): Program<'images', 'rows' | 'pixels' | 'first' | 'stride', 'values'>;
export function gather(widthBits: number, which: 'picks' | 'draws' | 'range'): Program {
  const ranges = which === 'range';
  const draws = which === 'draws';
  return {
    inputs: ranges ? ['images'] : ['images', 'batch'],
    uniforms: uniforms(
      'int rows',
      'int pixels',
      ...(draws ? (['int key'] as const) : []),
      ...(ranges ? (['int first', 'int stride'] as const) : []),
    ),
    outputs: ['values'],
    code: `${MATRIX}${pixelsAt(widthBits)}${draws ? DRAWN : ''}
// Two columns of one row: pixels, the constant 1 behind the last one, padding 0.
vec2 pairAt(int row, int pixel) {
  if (row >= rows) return vec2(0.0);
  if (pixel == pixels) return vec2(1.0, 0.0);
  int image = ${ranges ? '(first + row) * stride' : 'int(valueAt(batch, row, 0))'};
  int place = image * pixels + pixel;
  vec2 pair = pixelsAt(place);${draws ? '\n  pair = vec2(drawn(place, pair.x), drawn(place + 1, pair.y));' : ''}
  return pixel + 1 == pixels ? vec2(pair.x, 1.0) : pair;
}

void main() {
  ivec2 at = corner();
  values = vec4(pairAt(at.x, at.y), pairAt(at.x + 1, at.y));
}
`,
  };
}
