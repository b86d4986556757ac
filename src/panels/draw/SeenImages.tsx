import { imageOf } from '../../math/imageOf';
import { PAD } from '../../state/pad';
import { drawWords } from '../../text/draw';
import type { Frame } from '../../worker/protocol';
import { useFigure, usePad } from '../context';
import { ImageTile } from '../ImageTile';

/** The image that the model sees, and its reconstruction, both of one frame. */
export function SeenImages() {
  const { lab, language } = useFigure();
  const says = drawWords[language];
  const isAsked = usePad(({ drawing }) => !drawing!.isBlank || drawing!.noise.amount > 0);
  const first = (images: Float32Array | undefined): Float32Array | null =>
    lab.dataset === null || images === undefined ? null : imageOf({ ...lab.dataset, images }, 0);
  const seen = ({ view }: Frame): Float32Array | null => {
    const asked = view.requests[PAD];
    return asked?.kind === 'images' ? first(asked.images) : null;
  };
  return (
    <div className="draw-seen">
      <figure>
        {/* A tile without an image is another one, which is empty. */}
        <ImageTile key={String(isAsked)} label={says.seen} image={seen} />
        <figcaption>x</figcaption>
      </figure>
      <figure>
        <ImageTile key={String(isAsked)} label={says.rebuilt} image={({ pictures }) => first(pictures[PAD])} />
        <figcaption>x̂</figcaption>
      </figure>
    </div>
  );
}
