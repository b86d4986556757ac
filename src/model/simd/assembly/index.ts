/** What the kernel offers; exports.ts in the folder above names the types. */

export { decode, encode } from './codes';
export {
  addHidden,
  capacity,
  codeCapacity,
  configure,
  data,
  drawn,
  heads,
  images,
  indices,
  noise,
  placeData,
  reserve,
} from './memory';
export {
  clearLosses,
  evaluate,
  lastReconstruction,
  lastRegulariser,
  listed,
  setHyper,
  settle,
  steps,
  sumReconstruction,
  sumRegulariser,
  sumTotal,
  train,
} from './step';

export { products } from './products';

import { layerAt } from './memory';
import { madd, splat } from './vector';

/** Address of a layer's weights (0), first (1) or second (2) moments. */
export function blockAt(index: i32, which: i32): usize {
  const layer = layerAt(index);
  if (which == 0) return layer.weights;
  return which == 1 ? layer.first : layer.second;
}

/** a·b + c as the kernel computes it, so that its user can tell how it rounds. */
export function multiplyAdd(a: f32, b: f32, c: f32): f32 {
  return f32x4.extract_lane(madd(splat(a), splat(b), splat(c)), 0);
}
