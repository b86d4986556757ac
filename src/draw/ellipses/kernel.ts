import { fetchModule } from '../../platform/wasm';

/** The exports of assembly/kernel.ts. Addresses are bytes in `memory`, of which the kernel has those below `heapBase`. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  setTarget(
    width: number,
    height: number,
    bandRows: number,
    classes: number,
    planes: number,
    carries: number,
    masks: number,
    inked: number,
    heads: number,
    pixels: number,
  ): void;
  setView(originColumn: number, originRow: number, pixelsPerUnit: number): void;
  setInk(fill: number, line: number, dot: number, lineWidth: number, dotRadius: number): void;
  setFocus(kind: number, index: number, others: number): void;
  setCloud(
    mu: number,
    axes: number,
    correlation: number,
    classes: number,
    colours: number,
    isRectangles: boolean,
  ): void;
  setTone(
    palette: number,
    densityPerUnit: number,
    red: number,
    green: number,
    blue: number,
    shade: number,
    paper: number,
  ): void;
  sort(count: number, nexts: number): void;
  /** Part of `paintBand`: 1 when no ellipse is left to add to the band's planes. */
  accumulate(band: number, most: number): 0 | 1;
  /** 0: unfinished, 1: finished and as before, 2: finished and other. */
  paintBand(band: number, most: number): 0 | 1 | 2;
}

/** A new instance of the kernel. */
export function createKernel(compiled: WebAssembly.Module): Kernel {
  return new WebAssembly.Instance(compiled).exports as unknown as Kernel;
}

/** Compiled once a page: painters come and go with what is in view, also where the network has gone. */
let compiled: Promise<WebAssembly.Module> | null = null;

/**
 * Fetches and compiles the kernel; what failed is tried again by the next call.
 * @throws WasmError
 */
export function fetchKernel(): Promise<WebAssembly.Module> {
  compiled ??= fetchModule(new URL('./build/kernel.wasm', import.meta.url)).catch((error: unknown) => {
    compiled = null;
    throw error;
  });
  return compiled;
}
