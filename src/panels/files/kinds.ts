/** What files are for, before anything reads all of them. */

/** Names of files of weights, and of the parts of models of tfjs-layers. */
const WEIGHTS = /\.safetensors$/i;
const LAYERS = /\.json$/i;
const PARTS = /\.(json|bin)$/i;

/** The name of a tensor of weights, as PyTorch has it, and of one of images, in the description of a file. */
const WEIGHT_TENSOR = /\.(weight|bias)"\s*:\s*\{/;
const IMAGE_TENSOR = /"([\w.]+[_-])?(images?|imgs|x|data|pixels|features)([_-]\w+)?"\s*:\s*\{/i;

/** Bytes of a description that are looked into. */
const LOOKED_INTO = 65536;

/** A picture that a browser may read, as its system says. */
export const isPicture = ({ type }: File): boolean => type.startsWith('image/');

/** Whether these are the files of a model of tfjs-layers: nothing else, or a description of one is among them. */
export async function areModel(files: readonly File[]): Promise<boolean> {
  const descriptions = files.filter(({ name }) => LAYERS.test(name));
  if (descriptions.length === 0) return false;
  if (files.every(({ name }) => PARTS.test(name))) return true;
  for (const file of descriptions) if (/"(modelTopology|weightsManifest)"/.test(await startOf(file))) return true;
  return false;
}

/**
 * Whether a file holds the weights of a model: safetensors do where a tensor is called as weights are, whatever else is in
 * them, and where none is called as images are.
 */
export async function isWeights(file: File): Promise<boolean> {
  if (!WEIGHTS.test(file.name)) return false;
  const start = await startOf(file);
  return WEIGHT_TENSOR.test(start) || !IMAGE_TENSOR.test(start);
}

/** The beginning of a file as text; '' of what cannot be read, which says so to whoever reads all of it. */
const startOf = (file: File): Promise<string> =>
  file
    .slice(0, LOOKED_INTO)
    .text()
    .catch(() => '');
