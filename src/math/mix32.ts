/**
 * Spreads 32 bits over 32 others, one to one: murmur3's kind of finaliser, with constants found by search. The kernel of
 * the simd engine and a shader of the webgl engine have the same (draw.ts, gather.ts).
 */
export function mix32(bits: number): number {
  let h = bits ^ (bits >>> 16);
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}
