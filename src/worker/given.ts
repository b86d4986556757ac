import type { PlaneAxes } from '../math/planar';
import { importer } from '../platform/importer';
import type { Given, Pictures, View } from './frameProtocol';
import type { GivenAnswer } from './jobs/given';
import { Moment } from './jobs/moment';
import { toEnd } from './jobs/work';
import type { Run } from './run';

type GivenCode = typeof import('./jobs/given');

/** Of use to those alone who give images of their own. */
const importGiven = importer(() => import('./jobs/given'));

/** What a frame has of images that the model was given. */
export interface GivenInFrame {
  readonly given: Given;
  readonly pictures: Pictures;
}

const NONE: GivenInFrame = { given: {}, pictures: {} };

/**
 * Looks at images that a view gives. No frame waits for the code that it takes: until that has come, frames have
 * nothing of them.
 */
export class GivenLook {
  private code: GivenCode | null = null;
  private isComing = false;
  /** Whether the last try failed, and no frame has said so yet. */
  private hasFailed = false;

  /** @param changed called when the code has come, or has not: another frame says more */
  constructor(
    private readonly changed: () => void,
    private readonly load: () => Promise<GivenCode> = importGiven,
  ) {}

  /**
   * Looks at the images at the moment of the run when it is called, which may train on before it resolves.
   * @param axes of the plane
   */
  async look({ requests }: View, run: Run, axes: PlaneAxes): Promise<GivenInFrame> {
    const { canEncode, architecture } = run;
    const asked = Object.entries(requests).flatMap(([key, request]) => {
      const fits = canEncode && request.kind === 'images' && request.images.length % architecture.inputs === 0;
      return fits && request.images.length > 0 ? [{ key, images: request.images }] : [];
    });
    if (asked.length === 0) return NONE;
    const { code } = this;
    if (code === null) {
      if (!this.hasFailed) {
        void this.fetch();
        return NONE;
      }
      // The frame after this one has it tried again.
      this.hasFailed = false;
      return { ...NONE, given: Object.fromEntries(asked.map(({ key }): [string, null] => [key, null])) };
    }
    const moment = new Moment(run);
    try {
      const answers: [string, GivenAnswer][] = [];
      for (const { key, images } of asked) answers.push([key, await toEnd(code.givenImages(moment, images, axes))]);
      return {
        given: Object.fromEntries(answers.map(([key, { means: _, ...said }]) => [key, said])),
        pictures: Object.fromEntries(answers.map(([key, { means }]) => [key, means])),
      };
    } finally {
      moment.dispose();
    }
  }

  private async fetch(): Promise<void> {
    if (this.isComing) return;
    this.isComing = true;
    this.code = await this.load().catch(() => null);
    this.isComing = false;
    this.hasFailed = this.code === null;
    this.changed();
  }
}
