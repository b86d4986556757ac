import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePage } from '../../figures/context';
import { bringIntoView } from '../../figures/drive';
import { type Shown, showInFigure } from '../../figures/light';
import type { FigureId } from '../../figures/table';
import { articleWords } from '../../text/article';
import { useScene } from '../scene';
import { WordButton } from './WordButton';
import { specOf } from './wish';

interface ShowProps extends Shown {
  readonly figure: FigureId;
  readonly children: ReactNode;
}

/**
 * Words that show what they speak of: `<Show figure="gaps" what="gaps">this gap</Show>`. Pointed at or focused they show it
 * in the figure; pressed they keep it, and have the figure come into view where it is out of sight.
 */
export function ShowInFigure(props: ShowProps) {
  return useScene().Figure === null ? props.children : <LiveShow {...props} />;
}

function LiveShow({ figure, children, ...shown }: ShowProps) {
  const { site, still } = usePage();
  const { language } = useScene();
  const [kept, setKept] = useState(false);
  const end = useRef<(() => void) | null>(null);
  const show = (): void => {
    end.current ??= showInFigure(site, specOf(figure), shown);
  };
  const hide = (): void => {
    end.current?.();
    end.current = null;
  };
  useEffect(() => () => end.current?.(), []);
  const leave = (): void => {
    if (!kept) hide();
  };
  const press = (): void => {
    if (kept) hide();
    else show();
    setKept(!kept);
    if (!kept) bringIntoView(figure, still);
  };
  return (
    <WordButton
      className="show"
      aria-pressed={kept}
      title={articleWords[language].keep}
      onPointerEnter={show}
      onPointerLeave={leave}
      onFocus={show}
      onBlur={leave}
      press={press}
    >
      {children}
    </WordButton>
  );
}
