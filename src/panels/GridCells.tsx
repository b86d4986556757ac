import type { RefObject } from 'react';
import { useDecodedWindow } from './useDecodedCells';

/** Cells a side. */
const CELLS = 15;

interface GridCellsProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

/** Paints the decoded grid on the canvas of its panel, and renders nothing itself. */
export default function GridCells({ canvas }: GridCellsProps) {
  useDecodedWindow(canvas, CELLS);
  return null;
}
