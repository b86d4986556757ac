import { Eraser, ImagePlus, type LucideIcon, Pencil, Square, Trash2, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { Drawing } from '../../state/drawing';
import { TOOLS, type Tool } from '../../state/drawingState';
import { drawWords } from '../../text/draw';
import { useFigure, usePad } from '../context';
import { IconButton } from '../IconButton';
import { percent } from '../numbers';
import { Select } from '../Select';
import { Range } from './Range';

const ICONS: Readonly<Record<Tool, LucideIcon>> = { draw: Pencil, erase: Eraser, cover: Square };

/** Ink of a block, by name. */
const SHADES = { paper: 0, grey: 0.5, ink: 1 } as const;
const SHADE_NAMES = Object.keys(SHADES) as (keyof typeof SHADES)[];

interface ToolbarProps {
  readonly drawing: Drawing;
  /** Puts a file on the pad. */
  choose(file: File): void;
}

/** What is drawn with, and what is done to all of the drawing. */
export function Toolbar({ drawing, choose }: ToolbarProps) {
  const says = drawWords[useFigure().language];
  const tool = usePad((state) => state.drawing!.tool);
  const width = usePad(({ drawing: on }) => on!.widths[on!.tool]);
  const shade = usePad((state) => state.drawing!.shade);
  const canUndo = usePad((state) => state.drawing!.canUndo);
  const isBlank = usePad((state) => state.drawing!.isBlank);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="draw-tools">
      <fieldset className="draw-choice">
        <legend className="hidden">{says.tool}</legend>
        {TOOLS.map((each) => {
          const Icon = ICONS[each];
          return (
            <button
              key={each}
              type="button"
              className="button button-icon"
              aria-label={says.tools[each]}
              title={says.tools[each]}
              aria-pressed={each === tool}
              onClick={() => drawing.use({ tool: each })}
            >
              <Icon aria-hidden="true" />
            </button>
          );
        })}
      </fieldset>
      <div className="draw-choice">
        <IconButton name={says.undo} disabled={!canUndo} onClick={() => drawing.undo()}>
          <Undo2 aria-hidden="true" />
        </IconButton>
        <IconButton name={says.clear} disabled={isBlank} onClick={() => drawing.clear()}>
          <Trash2 aria-hidden="true" />
        </IconButton>
        <IconButton name={says.picture} onClick={() => input.current!.click()}>
          <ImagePlus aria-hidden="true" />
        </IconButton>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // So that the same file can be picked again.
            event.target.value = '';
            if (file !== undefined) choose(file);
          }}
        />
      </div>
      <Range
        name={says.width}
        value={width}
        least={0.02}
        most={0.6}
        text={percent(width)}
        onChange={(to) => drawing.widen(to)}
      />
      {tool === 'cover' && (
        <Select
          name={says.shade}
          value={SHADE_NAMES.find((name) => SHADES[name] === shade) ?? null}
          all={SHADE_NAMES}
          nameOf={(name) => says.shades[name]}
          onChange={(name) => drawing.use({ shade: SHADES[name] })}
        />
      )}
    </div>
  );
}
