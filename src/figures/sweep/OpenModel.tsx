import type { Sweep } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { useOpenModel } from './useOpenModel';

interface OpenModelProps {
  readonly sweep: Sweep;
  readonly place: number;
  readonly name: string;
}

/** Opens a model in the lab; where there is none on the page, its settings on the full page. */
export function OpenModel({ sweep, place, name }: OpenModelProps) {
  const { language } = usePage();
  const says = sweepWords[language];
  const { inLab, address } = useOpenModel(sweep);
  return inLab === null ? (
    <a className="button" href={address(place)} target="_blank" rel="noopener" aria-label={`${says.openPage}: ${name}`}>
      {says.openPage}
    </a>
  ) : (
    <button type="button" className="button" aria-label={`${says.open}: ${name}`} onClick={() => inLab(place)}>
      {says.open}
    </button>
  );
}
