/**
 * What is wrong with a file of weights, as values: `text` makes sentences of them, `WeightsError.message` is the English
 * one for scripts. `tensor` is '' where it is about no tensor.
 */
export interface WeightsFault {
  readonly code: // No safetensors file, or a damaged one.
    | 'short'
    | 'header-length'
    | 'header'
    | 'entry'
    | 'type'
    | 'offsets'
    | 'overlap'
    | 'gap'
    | 'length'
    // No model of this kind.
    | 'version'
    | 'metadata'
    | 'missing'
    | 'unknown'
    | 'shape'
    | 'not-finite'
    // A model of tfjs-layers that is none, or of another form.
    | 'layers'
    // A model that this page cannot hold, or for other images.
    | 'limits'
    | 'images';
  readonly tensor: string;
  readonly detail: string;
}

/** A file of weights that cannot be used. Nothing has changed where it is thrown. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';

  constructor(
    readonly fault: WeightsFault,
    message: string,
  ) {
    super(message);
  }
}

/** @throws WeightsError */
export function refuse(code: WeightsFault['code'], tensor: string, detail: string, message: string): never {
  throw new WeightsError({ code, tensor, detail }, message);
}
