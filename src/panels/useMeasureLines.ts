import { measureWords } from '../text/measures';
import type { Measures } from '../worker/jobAnswers';
import { useFigure, useLab } from './context';
import { type MeasureLine, measureLines } from './measureLines';
import { useOutline } from './useOutline';
import { useUnits } from './useUnits';

/** The measures of the figure's lab as they are read. @param measures null before there are any */
export function useMeasureLines(measures: Measures | null): readonly MeasureLine[] {
  const said = measureWords[useFigure().language];
  const units = useUnits();
  const beta = useLab((state) => state.settings.beta);
  const latent = useLab((state) => state.settings.latent);
  const { family, many } = useOutline();
  return measureLines(measures, { units, beta, latent, said, family, many });
}
