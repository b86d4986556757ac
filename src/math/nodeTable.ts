import { type Decoding, decodeBatches } from './decoding';
import type { Lattice } from './lattice';
import { type ObservationModel, outputTerms } from './logLikelihood';
import { logPriorDensity } from './normal';

/** What a node of the lattice decodes to. */
interface DecodedNode {
  /** Raw outputs, D. */
  readonly outputs: Float32Array;
  /** `ofOutput` of ln p(x|z), plus ln p(z). */
  readonly term: number;
}

/** Bytes of decoded nodes that are kept. */
const KEPT = 32e6;

/**
 * The decoder's outputs on a lattice, for any number of images: all nodes of level 0, and those of finer levels that
 * some image has asked for.
 */
export class NodeTable {
  /** Raw outputs of level 0, size² × D. */
  readonly outputs: Float32Array;
  /** `ofOutput` of ln p(x|z), plus ln p(z), at each of them. */
  readonly terms: Float64Array;
  private readonly finer = new Map<number, Map<number, DecodedNode>>();

  private constructor(
    readonly lattice: Lattice,
    readonly model: ObservationModel,
    readonly pixels: number,
  ) {
    const count = lattice.size ** 2;
    this.outputs = new Float32Array(count * pixels);
    this.terms = new Float64Array(count);
  }

  /** Decodes level 0, to raw outputs. */
  static *open(lattice: Lattice, model: ObservationModel, pixels: number): Decoding<NodeTable> {
    const table = new NodeTable(lattice, model, pixels);
    const points = lattice.points(
      0,
      Uint32Array.from({ length: table.terms.length }, (_, node) => node),
    );
    yield* decodeBatches(points, pixels, (outputs, first) => {
      table.outputs.set(outputs, first * pixels);
      table.terms.set(table.termsOf(outputs, points, first), first);
    });
    return table;
  }

  /** A finer node that `decode` has been asked for. */
  at(level: number, node: number): DecodedNode {
    return this.finer.get(level)!.get(node)!;
  }

  /** Decodes those of a level's nodes that are not there yet, to raw outputs. */
  *decode(level: number, nodes: Iterable<number>): Decoding<void> {
    const known = this.finer.get(level) ?? new Map<number, DecodedNode>();
    this.finer.set(level, known);
    const missing = Uint32Array.from(new Set([...nodes].filter((node) => !known.has(node))));
    const points = this.lattice.points(level, missing);
    const { pixels } = this;
    yield* decodeBatches(points, pixels, (outputs, first) => {
      this.termsOf(outputs, points, first).forEach((term, k) => {
        known.set(missing[first + k]!, { outputs: outputs.subarray(k * pixels, (k + 1) * pixels), term });
      });
    });
  }

  /** Forgets finer nodes if there are many: those of images that follow may lie elsewhere. */
  trim(): void {
    let count = 0;
    for (const nodes of this.finer.values()) count += nodes.size;
    if (4 * count * this.pixels > KEPT) this.finer.clear();
  }

  private termsOf(outputs: Float32Array, points: Float32Array, first: number): Float64Array {
    return outputTerms(this.model, outputs, this.pixels).map((term, k) => {
      return term + logPriorDensity(points[2 * (first + k)]!, points[2 * (first + k) + 1]!);
    });
  }
}
