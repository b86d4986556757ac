import { type Contour, contoursOf, paintContours } from '../../draw/plane/contours';
import type { TrueDensity } from '../../worker/jobAnswers';
import type { PlaneLayer } from './layer';
import './sample.css';

/** p(z|x) of the selected image: the regions of highest density that hold what the prior has within 1σ and 2σ. */
export function truePosteriorLayer(group: SVGGElement): PlaneLayer {
  let traced: { readonly density: TrueDensity['density']; readonly contours: readonly Contour[] } | null = null;
  return {
    parts: ['selected', 'image', 'scales'],
    paint({ image, scales }) {
      const density = image?.truth?.density ?? null;
      if (density === null) {
        group.replaceChildren();
        return;
      }
      if (traced?.density !== density) traced = { density, contours: contoursOf(density) };
      group.dataset.step = String(image!.step);
      paintContours(group, traced.contours, density, scales, null);
    },
    dispose: () => group.replaceChildren(),
  };
}
