import { useEffect, useRef } from 'react';
import { Controls } from '../panels/Controls';
import { useFigure } from '../panels/context';
import { DecodedGrid } from '../panels/DecodedGrid';
import { DropTarget } from '../panels/DropTarget';
import { LatentPlane } from '../panels/LatentPlane';
import { LiveRegion } from '../panels/LiveRegion';
import { LossChart } from '../panels/LossChart';
import { Notices } from '../panels/Notices';
import { Numbers } from '../panels/Numbers';
import { Pins } from '../panels/Pins';
import { Strip } from '../panels/Strip';
import { Transport } from '../panels/Transport';

/** The first figure: everything that can be seen and changed, at once. Rests off screen and in a hidden tab. */
export function LabFigure() {
  const { lab } = useFigure();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    let onScreen = true;
    const update = (): void => lab.setVisible(onScreen && document.visibilityState === 'visible');
    const observer = new IntersectionObserver((entries) => {
      onScreen = entries[entries.length - 1]!.isIntersecting;
      update();
    });
    observer.observe(root.current!);
    document.addEventListener('visibilitychange', update);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
    };
  }, [lab]);
  return (
    <section className="lab" id="lab" ref={root}>
      <Notices />
      <Transport />
      <div className="lab-panels">
        <Controls />
        <LatentPlane />
        <div className="decoded">
          <DecodedGrid />
          <Strip />
          <Pins />
        </div>
        <LossChart />
        <Numbers />
      </div>
      <LiveRegion />
      <DropTarget />
    </section>
  );
}
