import { imageSurveyOf } from '../../state/imageSurvey';
import type { Lab } from '../../state/lab';
import type { PlaneLayer, PlaneScene } from './layer';

/**
 * What the model says of the selected image, surveyed while a layer shows it: nothing to see itself.
 * @param came called with every answer, and with null when it no longer holds
 */
export function imageAnswersLayer(lab: Lab, came: (image: PlaneScene['image']) => void): PlaneLayer {
  const survey = imageSurveyOf(lab);
  /** Ends the survey; null where it is not followed. */
  let end: (() => void) | null = null;
  const stop = survey.store.subscribe(({ answer }) => came(answer));
  came(survey.store.getState().answer);
  return {
    parts: ['layers'],
    paint({ layers }) {
      if (layers.truePosterior || layers.predicted) {
        end ??= survey.follow();
      } else {
        end?.();
        end = null;
      }
    },
    dispose() {
      stop();
      end?.();
    },
  };
}
