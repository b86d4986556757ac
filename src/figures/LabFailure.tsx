import { useFigure, useLab } from '../panels/context';
import { Failure } from '../panels/Failure';
import { useProblemSentence } from '../panels/files/problemSentence';
import type { LabFailure as Reason } from '../state/labState';
import { isOutOfMemory } from '../state/outOfMemory';
import { siteRoot } from '../state/ownDocument';
import { retryRun } from '../state/retryRun';
import type { Words } from '../text';
import { type FailureWords, failureWords } from '../text/failures';
import { poster } from '../text/poster';

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
  const why = failureWords[language];
  const says = failure.kind === 'data' ? why.data(images ?? '…') : sentence(failure, words, why);
  return (
    <>
      <Failure
        says={hasFrame ? says + words.space + why.kept : says}
        words={words}
        ofWorker
        retry={() => void retryRun(lab)}
      />
      {!hasFrame && <Poster />}
    </>
  );
}

function sentence(failure: Exclude<Reason, { kind: 'data' }>, { space }: Words, says: FailureWords): string {
  switch (failure.kind) {
    case 'worker':
      return (failure.of === 'images' ? says.images : says.worker)[failure.cause](failure.message);
    case 'engines':
      return [says.engines, ...failure.engines.map((each) => says.engine[each.engine][each.cause](each.message))].join(
        space,
      );
    case 'defect':
      return (isOutOfMemory(failure.message) ? says.memory : says.defect)(failure.message);
  }
}

/** What the figure would show, as a picture. */
function Poster() {
  const { language, theme } = useFigure();
  const { alt, caption } = poster[language];
  return (
    <figure>
      <img
        className="poster"
        src={`${siteRoot()}${theme.dark ? 'poster-dark.webp' : 'poster.webp'}`}
        alt={alt}
        width={1184}
        height={560}
      />
      <figcaption className="fine">{caption}</figcaption>
    </figure>
  );
}
