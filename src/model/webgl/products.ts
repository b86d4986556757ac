/** Products of a layer's parameters and the programs that go on from them, in one draw or, by blocks, in two. */
import type { Device, Grid } from './device';
import type { ParameterTiles } from './parameterTiles';
import { backwardSum, backwardSumBlocks, backwardSumOfBlocks } from './programs/backwardSum';
import { type Block, blocksOf } from './programs/block';
import type { Program } from './programs/program';
import { type ProductSource, weightedSum, weightedSumBlocks, weightedSumOfBlocks } from './programs/weightedSum';

/** A program that goes on from a product. */
export interface Continued<U extends string, O extends string> {
  /** Computes the product, too. */
  readonly computes: Program<string, U, O>;
  /** The product alone, in blocks. */
  readonly product: Program<string, U>;
  /** Goes on from these. */
  readonly reads: Program<string, U, O>;
}

/** @param make the program, from a source of x·W + b */
export const continueForward = <U extends string, O extends string>(
  { widthBits, block }: ParameterTiles,
  make: (sum: ProductSource) => Program<string, U, O>,
): Continued<U | 'base' | 'tileRows' | 'columns', O> => ({
  computes: make(weightedSum(widthBits)),
  product: weightedSumBlocks(widthBits, block),
  reads: make(weightedSumOfBlocks(block)),
});

/** @param make the program, from a source of delta·Wᵀ */
export const continueBackward = <U extends string, O extends string>(
  { widthBits, block }: ParameterTiles,
  make: (sum: ProductSource) => Program<string, U, O>,
): Continued<U | 'base' | 'outputs', O> => ({
  computes: make(backwardSum(widthBits)),
  product: backwardSumBlocks(widthBits, block),
  reads: make(backwardSumOfBlocks(block)),
});

/**
 * Draws such a program into grids of height × width texels, as Device.run does.
 * @param block of the product, or null to compute it in the same draw
 * @param operands of the product, by their names there
 * @param others what the program reads besides
 */
export function runProduct<U extends string, O extends string>(
  device: Device,
  { computes, product, reads }: Continued<U, O>,
  block: Block | null,
  [height, width]: readonly [height: number, width: number],
  operands: Readonly<Record<string, Grid>>,
  others: Readonly<Record<string, Grid>>,
  uniforms: Readonly<Record<U, number>>,
): Readonly<Record<O, Grid>> {
  if (block === null) return device.run(computes, height, width, { ...operands, ...others }, uniforms);
  const blocks = device.run(product, ...blocksOf(block, height, width), operands, uniforms);
  const outputs = device.run(reads, height, width, { ...blocks, ...others }, uniforms);
  device.release(...Object.values(blocks));
  return outputs;
}
