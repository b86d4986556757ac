/** The sizes that batches have had: with each go textures of its own, which are kept for the next batch of that size. */
export interface BatchSizes {
  /** Notes a step before it is taken. */
  step(images: number, samples: number): void;
  /** Notes a batch that is only evaluated: these come between steps, in a few sizes again and again. */
  evaluation(images: number, samples: number): void;
}

/** Sizes of evaluations that keep their textures. Whole batches and rests of all shares and jobs are fewer. */
const MOST = 16;

/** @param deleteFree deletes the textures that are kept, of all sizes */
export function createBatchSizes(deleteFree: () => void): BatchSizes {
  let last = '';
  const evaluated = new Set<string>();
  const start = (): void => {
    evaluated.clear();
    deleteFree();
  };
  return {
    step(images, samples) {
      const size = `${images} ${samples}`;
      if (size === last) return;
      last = size;
      start();
    },
    evaluation(images, samples) {
      const size = `${images} ${samples}`;
      if (evaluated.has(size)) return;
      if (evaluated.size === MOST) start();
      evaluated.add(size);
    },
  };
}
