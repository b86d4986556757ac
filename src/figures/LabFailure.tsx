import { useFigure, useLab } from '../panels/context';
import { Failure } from '../panels/Failure';
import type { LabFailure as Reason } from '../state/labState';
import type { Words } from '../text';

/** Why a lab cannot go on, with another try. What was drawn stays below it. */
export function LabFailure() {
  const { lab, words } = useFigure();
  const failure = useLab((state) => state.failure);
  const hasFrame = lab.frame !== null;
  if (failure === null) return null;
  return (
    <>
      <Failure
        says={`${sentence(failure, words)} ${hasFrame ? words.failure.kept : ''}`}
        words={words}
        retry={() => void lab.retry()}
      />
      {!hasFrame && <Poster />}
    </>
  );
}

function sentence(failure: Reason, { failure: says, engine }: Words): string {
  switch (failure.kind) {
    case 'worker':
      return says.worker[failure.cause](failure.message);
    case 'engines':
      return [
        says.engines,
        ...failure.engines.map((each) => engine.failures[each.engine][each.cause](each.message)),
      ].join(' ');
    case 'data':
      return says.data(failure.message);
    case 'defect':
      return says.defect(failure.message);
  }
}

/** What the figure would show, as a picture. */
function Poster() {
  const { words, theme } = useFigure();
  return (
    <figure>
      <img
        className="poster"
        src={theme.dark ? './poster-dark.webp' : './poster.webp'}
        alt={words.poster.alt}
        width={1184}
        height={560}
      />
      <figcaption className="fine">{words.poster.caption}</figcaption>
    </figure>
  );
}
