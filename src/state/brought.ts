import type { NamedBytes } from '../formats/layersFiles';
import type { Arrangement, Reading, Source } from '../worker/libraryProtocol';
import { checkSetting } from './checkSetting';
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

/**
 * How the reader's own images are read, and what is done to them: what is left out of the former is found, and of the
 * latter stays as it is set.
 */
export type Treatment = Reading & Partial<Arrangement>;

/** Images of the reader's own. */
export interface OwnSource {
  readonly source: Source;
  /** The settings that come with them. */
  readonly changes: Partial<Arrangement>;
}

/**
 * Images that a reader names: files, or an address.
 * @throws RangeError for a value of `treatment` that the setting of that name cannot have
 */
export function ownSource(images: readonly File[] | string, treatment: Treatment = {}): OwnSource {
  const { size, count, transposed, binary, ...reading } = treatment;
  const changes = present({ size, count, transposed, binary });
  for (const [key, value] of Object.entries(changes)) checkSetting(key, value);
  const how = Object.keys(reading).length > 0 ? { reading } : {};
  if (typeof images === 'string') {
    return { source: { kind: 'urls', urls: [new URL(images, document.baseURI).href], ...how }, changes };
  }
  return { source: { kind: 'files', files: images, ...how }, changes };
}

/** Without what is not said. */
const present = <T extends object>(parts: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
