import type { NamedBytes } from '../formats/layersFiles';
import type { Source } from '../worker/libraryProtocol';
import type { Settings } from './settings';

/** The bytes of a file of weights. */
export type WeightsBytes = Blob | ArrayBuffer | Uint8Array;

/** What a reader brings to a lab: a file of weights to go on from, or the files of a model that is looked at. */
export type Brought = WeightsBytes | readonly (File | NamedBytes)[];

export const isBytes = (source: unknown): source is WeightsBytes =>
  source instanceof Blob || source instanceof ArrayBuffer || source instanceof Uint8Array;

/** What a lab goes on from. */
export interface Loaded {
  readonly step: number;
  /** The settings that were changed for it. */
  readonly changes: Partial<Settings>;
  /** Whether the optimiser goes on as well; else it begins anew. */
  readonly hasMoments: boolean;
  /** Of a model of tfjs-layers: whether it can encode; left out for a model that is trained here. */
  readonly hasEncoder?: boolean;
}

/** Where images come from that a reader names: files, or an address. */
export function sourceOf(images: readonly File[] | string): Source {
  if (typeof images === 'string') return { kind: 'urls', urls: [new URL(images, document.baseURI).href] };
  return { kind: 'files', files: images };
}
