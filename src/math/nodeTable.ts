import { type Decoding, decodeBatches, SLICE } from './decoding';
import type { Lattice } from './lattice';
import { type ObservationModel, outputTerms } from './logLikelihood';
import { logPriorDensity } from './normal';
import type { Rows } from './products';

/** A node of a finer level that is held. */
interface HeldNode {
  /** Raw outputs, D. */
  readonly outputs: Float32Array;
  /** `ofOutput` of ln p(x|z), plus ln p(z). */
  readonly term: number;
}

/**
 * Is given decoded nodes, some at a time.
 * @param outputs their raw outputs, m rows of D
 * @param terms `ofOutput` of ln p(x|z), plus ln p(z), of each of the m
 * @param places where each of the m is among the nodes that were asked for
 */
export type Visitor = (outputs: Rows, terms: ArrayLike<number>, places: ArrayLike<number>) => void;

/** Raw outputs of level 0 that are held at most, in floats: 64 MiB. Those of 96² nodes of 28 × 28 pixels take 28 MiB. */
const MOST_COARSE = 1 << 24;

/** Raw outputs of finer levels that are held at most, in floats: 32 MiB. */
const MOST_FINER = 1 << 23;

/**
 * The decoder's outputs on a lattice, raw, for any number of images. What is decoded is held for images that follow: level 0
 * if all of its nodes take no more than 64 MiB, and of finer levels up to 32 MiB. Of 128 × 128 pixels level 0 would take up
 * to 604 MB: it is then decoded anew whenever it is asked for, batch by batch.
 */
export class NodeTable {
  private coarse: { readonly outputs: Float32Array; readonly terms: Float64Array } | null = null;
  private readonly finer = new Map<number, Map<number, HeldNode>>();
  private finerCount = 0;

  constructor(
    readonly lattice: Lattice,
    readonly model: ObservationModel,
    readonly pixels: number,
  ) {}

  /** Nodes of level 0. */
  get count(): number {
    return this.lattice.size ** 2;
  }

  /**
   * Visits all nodes of level 0, in their order.
   * @param most nodes at a time where they are held; where they are decoded, a batch of them
   */
  *visitCoarse(most: number, visit: Visitor): Decoding<void> {
    const { count, pixels } = this;
    const nodes = Uint32Array.from({ length: count }, (_, node) => node);
    if (this.coarse === null && count * pixels <= MOST_COARSE) this.coarse = yield* this.decodeCoarse(nodes);
    if (this.coarse === null) {
      yield* this.decode(0, nodes, (outputs, terms, first) => {
        visit(rowsOf(outputs, terms.length), terms, nodes.subarray(first, first + terms.length));
      });
      return;
    }
    const { outputs, terms } = this.coarse;
    for (let first = 0; first < count; first += most) {
      const places = nodes.subarray(first, first + most);
      visit({ values: outputs, first, count: places.length }, terms.subarray(first, first + most), places);
      yield undefined;
    }
  }

  /** Visits nodes of a finer level: those that are held one by one, then the others as they are decoded. */
  *visitFiner(level: number, nodes: Int32Array, visit: Visitor): Decoding<void> {
    const { pixels } = this;
    const rest = Math.ceil(SLICE / pixels / 2);
    const missing: number[] = [];
    for (const [place, node] of nodes.entries()) {
      const held = this.finer.get(level)?.get(node);
      if (held === undefined) missing.push(place);
      else visit(rowsOf(held.outputs, 1), [held.term], [place]);
      if (place % rest === rest - 1) yield undefined;
    }
    const decoded = Int32Array.from(missing, (place) => nodes[place]!);
    yield* this.decode(level, decoded, (outputs, terms, first) => {
      visit(rowsOf(outputs, terms.length), terms, missing.slice(first, first + terms.length));
      this.hold(level, decoded.subarray(first, first + terms.length), outputs, terms);
    });
  }

  private *decodeCoarse(nodes: Uint32Array): Decoding<{ outputs: Float32Array; terms: Float64Array }> {
    const all = { outputs: new Float32Array(nodes.length * this.pixels), terms: new Float64Array(nodes.length) };
    yield* this.decode(0, nodes, (outputs, terms, first) => {
      all.outputs.set(outputs, first * this.pixels);
      all.terms.set(terms, first);
    });
    return all;
  }

  /** @param each is given raw outputs and terms of one batch of the nodes, and the place of its first node */
  private *decode(
    level: number,
    nodes: ArrayLike<number>,
    each: (outputs: Float32Array, terms: Float64Array, first: number) => void,
  ): Decoding<void> {
    const points = this.lattice.points(level, nodes);
    yield* decodeBatches(points, this.pixels, (outputs, first) => {
      const terms = outputTerms(this.model, outputs, this.pixels).map((term, k) => {
        return term + logPriorDensity(points[2 * (first + k)]!, points[2 * (first + k) + 1]!);
      });
      each(outputs, terms, first);
    });
  }

  /** Holds a batch; where there is no room for it, in the place of all that were held. */
  private hold(level: number, nodes: Int32Array, outputs: Float32Array, terms: Float64Array): void {
    const { pixels } = this;
    if (this.finerCount * pixels + outputs.length > MOST_FINER) {
      this.finer.clear();
      this.finerCount = 0;
    }
    if (outputs.length > MOST_FINER) return;
    const held = this.finer.get(level) ?? new Map<number, HeldNode>();
    this.finer.set(level, held);
    for (const [k, node] of nodes.entries()) {
      held.set(node, { outputs: outputs.subarray(k * pixels, (k + 1) * pixels), term: terms[k]! });
    }
    this.finerCount += nodes.length;
  }
}

const rowsOf = (values: Float32Array, count: number): Rows => ({ values, first: 0, count });
