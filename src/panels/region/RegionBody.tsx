import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { regionWords } from '../../text/region';
import { useFigure, useRegion } from '../context';
import { IconButton } from '../IconButton';
import { coordinate } from '../quantities';
import { useDecodedCells } from '../useDecodedCells';
import './region.css';

/** Cells a side: an odd number, so that the middle of the region is decoded. */
const CELLS = 7;

/** What the decoder draws in the region that is marked on the plane. */
export default function RegionBody() {
  const { lab, plane, language } = useFigure();
  const says = regionWords[language];
  const { box } = useRegion();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ask = useDecodedCells(canvas, CELLS);
  useEffect(() => {
    if (box !== null) ask(box);
  }, [ask, box]);
  if (box === null) return null;
  const { left, bottom, right, top } = box;
  const { half } = plane.current;
  const corner = (x: number, y: number): string => `(${coordinate(x, half)}, ${coordinate(y, half)})`;
  const place = says.place(corner(left, bottom), corner(right, top));
  return (
    <figure className="region-grid">
      <figcaption className="panel-head">
        <h2>{says.title}</h2>
        <IconButton name={says.remove} onClick={() => lab.region.clear()}>
          <X aria-hidden="true" />
        </IconButton>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label={says.label(String(CELLS), place)} />
      <p className="fine">{says.steps(String(CELLS), place)}</p>
    </figure>
  );
}
