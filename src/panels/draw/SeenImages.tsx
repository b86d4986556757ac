import { imageOf } from '../../math/imageOf';
import { isAsked, PAD } from '../../state/pad';
import { drawWords } from '../../text/draw';
import type { Frame } from '../../worker/frameProtocol';
import { useFigure, useHasCodes, usePad } from '../context';
import { ImageTile } from '../ImageTile';

/** The image that the model sees and, but for a decoder alone, its reconstruction, both of one frame. */
export function SeenImages() {
  const { lab, language } = useFigure();
  const says = drawWords[language];
  const asked = usePad(isAsked);
  const hasCodes = useHasCodes();
  const first = (images: Float32Array | undefined): Float32Array | null =>
    !asked || lab.dataset === null || images === undefined ? null : imageOf({ ...lab.dataset, images }, 0);
  const seen = ({ view }: Frame): Float32Array | null => {
    const request = view.requests[PAD];
    return request?.kind === 'images' ? first(request.images) : null;
  };
  return (
    <div className="draw-seen">
      <figure>
        {/* A tile without an image is another one, which is empty. */}
        <ImageTile key={String(asked)} label={says.seen} image={seen} />
        <figcaption>x</figcaption>
      </figure>
      {hasCodes && (
        <figure>
          <ImageTile key={String(asked)} label={says.rebuilt} image={({ pictures }) => first(pictures[PAD])} />
          <figcaption>x̂</figcaption>
        </figure>
      )}
    </div>
  );
}
