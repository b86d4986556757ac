import { useFigure } from '../../panels/context';
import { lazyPart } from '../../panels/lazyPart';
import { reparameteriseWords } from '../../text/reparameterise';

const Body = lazyPart<{ readonly explains: boolean }>(() => import('../../panels/reparameterise/ReparameteriseBody'), {
  from: 'drawn',
});

/** Noise that the reader holds, open from the first; what it shows is said in the text. */
export function HeldNoise() {
  const { title } = reparameteriseWords[useFigure().language];
  return (
    <section className="held-noise" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
      </div>
      <Body height="195px" explains={false} />
    </section>
  );
}
