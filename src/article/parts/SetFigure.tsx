import type { ReactNode } from 'react';
import { usePage } from '../../figures/context';
import { bringIntoView, driveFigure } from '../../figures/drive';
import { useScene } from '../scene';
import { WordButton } from './WordButton';
import { specOf, type WishProps, wishOf } from './wish';

interface SetProps extends WishProps {
  readonly children: ReactNode;
  /** Settings of the figure's labs, or values of a figure with a component of its own, by their names. */
  readonly [setting: string]: unknown;
}

/**
 * Words that set a figure: `<Set figure="gaps" beta={4}>raise β to 4</Set>`. It trains from then on, and comes into view
 * where it is out of sight.
 */
export function SetFigure(props: SetProps) {
  return useScene().Figure === null ? props.children : <LiveSet {...props} />;
}

function LiveSet({ children, figure, lab, plan, layers, image, pins, prior, pad, play, ...values }: SetProps) {
  const { site, still } = usePage();
  const press = (): void => {
    const said = { lab, plan, layers, image, pins, prior, pad, play };
    const props = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    driveFigure(site, specOf(figure), wishOf({ figure, ...props }, values));
    bringIntoView(figure, still);
  };
  return (
    <WordButton className="set" press={press}>
      {children}
    </WordButton>
  );
}
