import { BOX_EXCESS, klConstant } from '../math/posterior';
import { outsideUniform } from '../math/uniformPrior';
import { measureWords } from '../text/measures';
import { useFigure } from './context';
import { count } from './numbers';
import { nats } from './quantities';

/** Of boxes: what their corners cost beside the ellipses of the same σ, and what a uniform prior would say of them. */
export function BoxNote({ kl }: { readonly kl: number }) {
  const { lab, language } = useFigure();
  const { frame } = lab;
  if (frame?.family !== 'box') return null;
  const { latent, mu } = frame;
  const excess = klConstant('box', latent);
  return (
    <p className="fine">
      {measureWords[language].boxKl(
        nats(kl),
        nats(kl - excess),
        nats(excess),
        BOX_EXCESS.toFixed(4),
        count(outsideUniform(frame)),
        count(mu.length / latent),
      )}
    </p>
  );
}
