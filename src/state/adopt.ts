/** What a reader brings to a lab: a file of weights to go on from, or the files of a model that is looked at. */
import type { NamedBytes } from '../formats/layersFiles';
import { adoptLayers } from './adoptLayers';
import { adoptWeights } from './adoptWeights';
import type { Loaded } from './lab';
import type { LabRun } from './labRun';
import type { LabState } from './labState';

export type Brought = Blob | ArrayBuffer | Uint8Array | readonly (File | NamedBytes)[];

/** @throws WeightsError; the run under way stays then, as with an error of images that cannot be had */
export async function adopt(run: LabRun, state: LabState, brought: Brought): Promise<Loaded> {
  if (!(brought instanceof Blob || brought instanceof ArrayBuffer || brought instanceof Uint8Array)) {
    return adoptLayers(run, state, brought);
  }
  const bytes = await new Blob([brought as BlobPart]).arrayBuffer();
  return adoptWeights(run, state, new Uint8Array(bytes));
}
