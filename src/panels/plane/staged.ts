import type { PlaneLayer } from './layer';
import { sampledLayer } from './sampled';
import { slowMotionLayer } from './slowMotion';
import './staged.css';

/** What open panels have put on the plane: one step in slow motion, and a sample with noise of the reader's. */
export function stagedLayer(place: SVGGElement): PlaneLayer {
  const layers = [slowMotionLayer(place), sampledLayer(place)];
  return {
    parts: ['slow', 'noise', 'frame', 'window', 'scales'],
    paint: (scene) => {
      for (const layer of layers) layer.paint(scene);
    },
    dispose: () => {
      for (const layer of layers) layer.dispose();
    },
  };
}
