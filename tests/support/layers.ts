/** Models of tfjs-layers as files, made on tfjs's plain JavaScript backend. */
import * as layers from '@tensorflow/tfjs-layers';
import type { NamedBytes } from '../../src/formats/layersFiles';
import { tf } from './cpu';

export interface MadeModel {
  readonly model: layers.LayersModel;
  /** `model.json` and two files of weights, in a folder of this name. */
  files(folder: string): Promise<NamedBytes[]>;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A model with weights of its own, to be written to files. */
export function made(model: layers.LayersModel): MadeModel {
  // Weights are small and the same every time; zeros would tell nothing.
  let at = 0;
  model.setWeights(
    model.getWeights().map(({ shape, size }) =>
      tf.tensor(
        Float32Array.from({ length: size }, () => Math.sin(++at) / 2),
        shape,
      ),
    ),
  );
  return {
    model,
    async files(folder) {
      let artifacts: tf.io.ModelArtifacts | null = null;
      await model.save(
        tf.io.withSaveHandler(async (saved) => {
          artifacts = saved;
          return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(saved) };
        }),
      );
      const { modelTopology, weightSpecs, weightData } = artifacts! as tf.io.ModelArtifacts;
      const data = new Uint8Array(tf.io.concatenateArrayBuffers([weightData].flat() as ArrayBuffer[]));
      const half = 4 * Math.floor(data.length / 8);
      const paths = ['group1-shard1of2.bin', 'group1-shard2of2.bin'];
      const json = {
        format: 'layers-model',
        modelTopology,
        weightsManifest: [{ paths: paths.map((path) => `./${path}`), weights: weightSpecs }],
      };
      return [
        { path: `${folder}/model.json`, bytes: bytesOf(JSON.stringify(json)) },
        { path: `${folder}/${paths[1]}`, bytes: data.slice(half) },
        { path: `${folder}/${paths[0]}`, bytes: data.slice(0, half) },
      ];
    },
  };
}

/** The files of a model under names of their own, without a folder, as downloads have them. */
export async function downloadsOf(model: MadeModel, name: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const [json, ...shards] = await model.files(name);
  const text = new TextDecoder().decode(json!.bytes).replaceAll('./group1', `./${name}-group1`);
  return [
    { name: `${name}.json`, bytes: bytesOf(text) },
    ...shards.map(({ path, bytes }) => ({ name: path.replace('/', '-'), bytes })),
  ];
}

/** A dense decoder of codes of `latent` numbers to `side` × `side` pixels in a row. */
export function denseDecoder(side: number, latent = 2): MadeModel {
  const model = layers.sequential();
  model.add(layers.layers.dense({ units: 5, activation: 'tanh', inputShape: [latent] }));
  model.add(layers.layers.dense({ units: side * side, activation: 'sigmoid' }));
  return made(model);
}

/** A convolutional decoder to images of height × width × channels, in a shape of their own. */
export function convolutionalDecoder(height: number, width: number, channels = 1): MadeModel {
  const model = layers.sequential();
  model.add(layers.layers.dense({ units: (height / 2) * (width / 2) * 2, activation: 'relu', inputShape: [2] }));
  model.add(layers.layers.reshape({ targetShape: [height / 2, width / 2, 2] }));
  model.add(
    layers.layers.conv2dTranspose({
      filters: channels,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      activation: 'sigmoid',
    }),
  );
  return made(model);
}

/** What an encoder may give: heads apart, with a sample besides, side by side, or μ alone. */
export type Heads = 'apart' | 'with a sample' | 'together' | 'means';

/** A convolutional encoder of images of `side` × `side` pixels. */
export function encoder(side: number, heads: Heads): MadeModel {
  const image = layers.input({ shape: [side, side, 1] });
  const maps = layers.layers
    .conv2d({ filters: 2, kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' })
    .apply(image);
  const flat = layers.layers.flatten().apply(maps);
  const head = (units: number) => layers.layers.dense({ units }).apply(flat) as layers.SymbolicTensor;
  const widths: Readonly<Record<Heads, readonly number[]>> = {
    apart: [2, 2],
    'with a sample': [2, 2, 2],
    together: [4],
    means: [2],
  };
  return made(layers.model({ inputs: image, outputs: widths[heads].map(head) }));
}
