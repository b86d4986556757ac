import { useEffect } from 'react';
import { useFigure, usePad } from '../../panels/context';
import { lazyPart } from '../../panels/lazyPart';

const Body = lazyPart<{ readonly opened: boolean }>(() => import('../../panels/draw/DrawBody'), { from: 'drawn' });

/** The pad to draw on, open from the first and for as long as the figure is there. */
export function OpenPad() {
  const { lab } = useFigure();
  const open = usePad((state) => state.open);
  useEffect(() => {
    if (!open) lab.pad.open(true);
  }, [open, lab]);
  return <Body height="560px" opened={true} />;
}
