import { byValue, MATRIX, type Program, uniforms } from './program';

/** Pixels of a resident grid (resident.ts): four in a texel, row by row of the grid. */
const pixelAt = (widthBits: number): string => `
float pixelAt(int index) {
  int texel = index >> 2;
  return texelFetch(images, ivec2(texel & ${2 ** widthBits - 1}, texel >> ${widthBits}), 0)[index & 3];
}
`;

/**
 * Images of a batch, rows × (pixels + 1), the last column being 1.
 * @param widthBits of the resident grid
 * @param which `picks`: column 0 of the grid `batch` holds the images' numbers; `range`: they are first, first + 1, …
 */
export function gather(widthBits: number, which: 'picks'): Program<'images' | 'batch', 'rows' | 'pixels', 'values'>;
export function gather(widthBits: number, which: 'range'): Program<'images', 'rows' | 'pixels' | 'first', 'values'>;
export function gather(widthBits: number, which: 'picks' | 'range'): Program {
  const picks = which === 'picks';
  return {
    inputs: picks ? ['images', 'batch'] : ['images'],
    uniforms: picks ? uniforms('int rows', 'int pixels') : uniforms('int rows', 'int pixels', 'int first'),
    outputs: ['values'],
    code: `${MATRIX}${pixelAt(widthBits)}
float value(int row, int pixel) {
  if (row >= rows || pixel > pixels) return 0.0;
  if (pixel == pixels) return 1.0;
  int image = ${picks ? 'int(valueAt(batch, row, 0))' : 'first + row'};
  return pixelAt(image * pixels + pixel);
}
${byValue('values')}`,
  };
}
