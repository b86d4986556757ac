/** The pad of a lab, as tests that draw on it ask for it. */
import type { JSHandle, Page } from 'playwright-core';

/** The pixels on the lab's pad, as the model is given them. */
export const imageOn = (page: Page): Promise<number[]> =>
  page.evaluate(() => Array.from(window.lab.pad.store.getState().drawing!.image));

/** Waits until a frame is about the image on the pad. @param id of the lab */
export const answered = (page: Page, id = 'lab'): Promise<JSHandle> =>
  page.waitForFunction((lab) => {
    const { frame, pad } = window.labs[lab]!;
    const { image } = pad.store.getState().drawing!;
    const asked = frame!.view.requests.pad;
    return frame!.given.pad != null && asked?.kind === 'images' && image.every((value, i) => asked.images[i] === value);
  }, id);
