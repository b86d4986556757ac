import { Dices } from 'lucide-react';
import type { Selected } from '../../state/selection';
import { sampleWords } from '../../text/sample';
import { useFigure } from '../context';
import { IconButton } from '../IconButton';
import { DrawnTiles } from './DrawnTiles';
import { useImageSurvey } from './useImageSurvey';

/** Eight codes from the posterior of the selected image, decoded in every frame; the plane has a dot for each that it has decoded. */
export function Draws({ selected }: { readonly selected: Selected }) {
  const { lab, language } = useFigure();
  const says = sampleWords[language];
  const surveyed = useImageSurvey();
  return (
    <div className="sample-draws">
      <DrawnTiles key={`${selected.index} ${selected.draw}`} selected={selected} surveyed={surveyed} />
      <p className="fine">{says.draws}</p>
      <IconButton name={says.redraw} onClick={() => lab.selection.redraw()}>
        <Dices aria-hidden="true" />
      </IconButton>
    </div>
  );
}
