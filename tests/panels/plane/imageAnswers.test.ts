import { expect, it } from 'vitest';
import { imageAnswersLayer } from '../../../src/panels/plane/imageAnswers';
import type { PlaneScene } from '../../../src/panels/plane/layer';
import { imageSurveyOf } from '../../../src/state/imageSurvey';
import type { Lab } from '../../../src/state/lab';
import { Selection } from '../../../src/state/selection';
import type { ImagePosterior } from '../../../src/worker/jobAnswers';
import type { JobRequests } from '../../../src/worker/jobProtocol';
import { frameOf, turn } from '../../support/fakeClient';

/** A lab with an image that is selected, which answers every survey at once, and the layer of it. */
function open() {
  const selection = new Selection(() => 10);
  selection.select(3);
  const asked: number[] = [];
  const lab = {
    selection,
    frame: frameOf({ step: 5, training: false }),
    isAwake: true,
    on: () => () => undefined,
    async survey(_: 'posterior', { index }: JobRequests['posterior']): Promise<ImagePosterior> {
      asked.push(index);
      const { step, latent, plane } = lab.frame;
      return { index, step, axes: plane.axes, posteriors: { latent } } as ImagePosterior;
    },
  };
  const came: (number | null)[] = [];
  const layer = imageAnswersLayer(lab as unknown as Lab, (image) => came.push(image?.index ?? null));
  const paint = (truePosterior: boolean, predicted: boolean): void =>
    layer.paint({ layers: { truePosterior, predicted } } as unknown as PlaneScene);
  return { lab: lab as unknown as Lab, selection, asked, came, layer, paint };
}

it('what the model says of the selected image is asked for while a layer shows it, and told as it comes', async () => {
  const { selection, asked, came, paint } = open();
  expect(came).toEqual([null]);
  paint(false, false);
  await turn();
  expect(asked).toEqual([]);
  paint(false, true);
  await turn();
  expect(asked).toEqual([3]);
  expect(came.at(-1)).toBe(3);
  selection.select(4);
  expect(came.at(-1)).toBeNull();
  await turn();
  expect(came.at(-1)).toBe(4);
  paint(false, false);
  expect(came.at(-1)).toBeNull();
});

it('what others have it surveyed for is told too, until the image is released', async () => {
  const { lab, selection, asked, came, layer, paint } = open();
  paint(false, false);
  const stop = imageSurveyOf(lab).follow();
  await turn();
  expect(came.at(-1)).toBe(3);
  layer.dispose();
  const told = came.length;
  selection.select(4);
  await turn();
  expect(asked).toEqual([3, 4]);
  expect(came).toHaveLength(told);
  stop();
});

it('a layer that goes ends what it has asked for', async () => {
  const { selection, asked, layer, paint } = open();
  paint(true, false);
  await turn();
  layer.dispose();
  selection.select(4);
  await turn();
  expect(asked).toEqual([3]);
});
