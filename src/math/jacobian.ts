/**
 * The Jacobian of a decoder by central differences. The caller decodes: on an engine hundreds of codes cost little more
 * than one. Points have k coordinates: all axes of a code, or those of the plane, which the caller lifts to codes
 * (`lift` in planar.ts) before they are decoded.
 */

/**
 * h of (f(z + h) − f(z − h)) / 2h. The quotient errs by h²/6·f‴, and by η/h from a decoder that errs by η: about 1e-7
 * for float32 layers. The sum is least at h = (3η/f‴)^⅓, which is 1/150 where f‴ = 1 and 1/1500 where f‴ = 1000: a
 * decoder that changes over a length l of the code, in units of the prior, has f‴ near f′/l², with l from one unit down
 * to a tenth. 1/256 lies between: layers of tanh with weights by the code of standard deviation 0.3 to 5, near the
 * origin and ten units away, give derivatives that err by 4e-5 to 2.4e-4 of their size (1/128: to 9e-4, 1/1024: to
 * 1e-3). Across the kinks of a ReLU, the smaller the better. A power of two, so that z ± h is mostly exact.
 */
const STEP = 1 / 256;

/** The 2k codes around each of n points, z + h·eᵢ and z − h·eᵢ for each axis i: n × k in, 2kn × k out, row-major. */
export function nodesFor(points: Float32Array, k: number): Float32Array {
  const nodes = new Float32Array(2 * k * points.length);
  for (let point = 0, at = 0; point < points.length; point += k) {
    for (let axis = 0; axis < k; axis++) {
      for (const side of [STEP, -STEP]) {
        nodes.set(points.subarray(point, point + k), at);
        nodes[at + axis]! += side;
        at += k;
      }
    }
  }
  return nodes;
}

/**
 * ∂f/∂zᵢ at n points.
 * @param nodes of `nodesFor`: as float32 numbers they are not exactly 2h apart, which the quotient takes into account
 * @param outputs what the decoder made of them, 2kn × D, row-major
 * @returns n × k × D: for each point one row of D numbers an axis, Jᵀ
 * @throws RangeError when there are not as many rows of outputs as nodes
 */
export function jacobian(nodes: Float32Array, outputs: Float32Array, k: number): Float32Array {
  const rows = nodes.length / k;
  const D = outputs.length / rows;
  if (!Number.isInteger(D)) throw new RangeError(`${outputs.length} outputs are no equal rows for ${rows} nodes`);
  const derivatives = new Float32Array((rows / 2) * D);
  for (let row = 0; row < rows; row += 2) {
    const axis = (row / 2) % k;
    const distance = nodes[row * k + axis]! - nodes[(row + 1) * k + axis]!;
    const [above, below, to] = [row * D, (row + 1) * D, (row / 2) * D];
    for (let j = 0; j < D; j++) derivatives[to + j] = (outputs[above + j]! - outputs[below + j]!) / distance;
  }
  return derivatives;
}
