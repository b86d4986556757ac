/** Takes in what a reader brings to a lab, of whichever kind it is. */
import { adoptLayers } from './adoptLayers';
import { adoptWeights } from './adoptWeights';
import { type Brought, isBytes, type Loaded } from './brought';
import type { LabRun } from './labRun';
import type { LabState } from './labState';

/** @throws WeightsError; the run under way stays then, as with an error of images that cannot be had */
export async function adopt(run: LabRun, state: LabState, brought: Brought): Promise<Loaded> {
  if (!isBytes(brought)) return adoptLayers(run, state, brought);
  const bytes = await new Blob([brought as BlobPart]).arrayBuffer();
  return adoptWeights(run, state, new Uint8Array(bytes));
}
