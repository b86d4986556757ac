import { useFigure, useLab } from '../panels/context';
import { Failure } from '../panels/Failure';
import { useProblemSentence } from '../panels/files/problemSentence';
import type { LabFailure as Reason } from '../state/labState';
import type { Words } from '../text';

/** Why a lab cannot go on, with another try. What was drawn stays below it; where nothing was, a picture stands for it. */
export function LabFailure() {
  const failure = useLab((state) => state.failure);
  return failure === null ? null : <Said failure={failure} />;
}

function Said({ failure }: { failure: Reason }) {
  const { lab, words, language } = useFigure();
  const problem = failure.kind === 'data' ? failure.problem : null;
  const images = useProblemSentence(problem, failure.message, language);
  const hasFrame = lab.frame !== null;
  const says = failure.kind === 'data' ? words.failure.data(images ?? '…') : sentence(failure, words);
  return (
    <>
      <Failure
        says={hasFrame ? says + words.space + words.failure.kept : says}
        words={words}
        retry={() => void lab.retry()}
      />
      {!hasFrame && <Poster />}
    </>
  );
}

function sentence(failure: Exclude<Reason, { kind: 'data' }>, { failure: says, engine, space }: Words): string {
  switch (failure.kind) {
    case 'worker':
      return (failure.of === 'images' ? says.images : says.worker)[failure.cause](failure.message);
    case 'engines':
      return [
        says.engines,
        ...failure.engines.map((each) => engine.failures[each.engine][each.cause](each.message)),
      ].join(space);
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
