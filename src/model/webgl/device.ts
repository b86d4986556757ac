/** tfjs's WebGL backend with a context of its own, seen as a machine that runs programs on grids of RGBA texels. */

import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { clearWebGLContext, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/canvas_util';
import { env, type TensorInfo } from '@tensorflow/tfjs-core';
import { closeContext, createCanvas, isSoftwareRenderer, rendererOf } from '../../platform/webgl';
import { EngineUnavailable } from '../engineError';
import { ContextLostError } from './contextLost';
import { createPainter, type Extent } from './draw';
import { createGrids } from './grids';
import { type Block, blockOutputs, LARGE_BLOCK, SMALL_BLOCK } from './programs/block';
import type { Program } from './programs/program';
import { readback } from './readback';

/** A float32 RGBA texture under tfjs's management; as a tensor it is 2·height × 2·width, packed. */
export type Grid = TensorInfo;

export interface DeviceOptions {
  /** Called once, when the browser reports the loss of the context; never because of `dispose`. */
  readonly onLost?: () => void;
  /** Largest side of a texture to use, in texels; by default, and at most, the GPU's own. */
  readonly maxTextureSize?: number;
  /** Whether the CPU computes what is drawn; by default as the renderer's name says. */
  readonly software?: boolean;
}

/** A program without uniforms, and the rows of its outputs that it computes. */
export interface Part<O extends string> {
  readonly program: Program<string, never, O>;
  readonly top: number;
  readonly height: number;
}

export interface Device {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** Largest side of a grid, in texels. */
  readonly maxTextureSize: number;
  /** What products are computed by: large where the CPU draws, which fetches texels slowly and needs few fragments. */
  readonly block: Block;
  /** A grid of unspecified values; released by the caller, as is every grid that `run` returns. */
  allocate(height: number, width: number): Grid;
  /** Replaces `height` whole rows of a grid from row `y` on by 4·width·height values. */
  write(grid: Grid, y: number, height: number, values: Float32Array): void;
  /** Draws a program into fresh grids of height × width texels, one for each of its outputs. */
  run<I extends string, U extends string, O extends string>(
    program: Program<I, U, O>,
    height: number,
    width: number,
    inputs: Readonly<Record<I, Grid>>,
    uniforms: Readonly<Record<U, number>>,
  ): Readonly<Record<O, Grid>>;
  /** Draws several programs of the same outputs into one set of grids, each into rows of its own. */
  runParts<O extends string>(
    parts: readonly Part<O>[],
    height: number,
    width: number,
    inputs: Readonly<Record<string, Grid>>,
  ): Readonly<Record<O, Grid>>;
  /** Keeps their textures for grids of the same size. */
  release(...grids: readonly Grid[]): void;
  /** Deletes the textures that `release` has kept: of sizes that will not come again, they would be kept for good. */
  deleteFree(): void;
  /** The texels of all `grids` as they are at the time of the call, in one readback. @throws ContextLostError */
  read(grids: readonly Grid[]): Promise<Float32Array[]>;
  /** @throws ContextLostError when the context is gone */
  check(): void;
  dispose(): void;
}

/**
 * @throws EngineUnavailable when WebGL 2 or float32 render targets are missing
 */
export function createDevice({ onLost, maxTextureSize = Infinity, software }: DeviceOptions = {}): Device {
  const canvas = createCanvas();
  const gl = canvas?.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    powerPreference: 'high-performance',
  }) as WebGL2RenderingContext | null | undefined;
  if (!canvas || !gl) throw new EngineUnavailable('unsupported', 'WebGL 2 is missing');
  let disposed = false;
  canvas.addEventListener('webglcontextlost', (event) => {
    // tfjs's own listener, added below, would have it forget whatever context it has by then.
    event.stopImmediatePropagation();
    if (!disposed) onLost?.();
  });
  let backend: MathBackendWebGL;
  try {
    // tfjs asks its flags of this context, and its backend takes it from the canvas.
    setWebGLContext(2, gl as WebGLRenderingContext);
    if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
      throw new EngineUnavailable('unsupported', 'This GPU cannot draw into float32 textures');
    }
    backend = new MathBackendWebGL(canvas);
    // Asked for with the first texture, and then of a context that tfjs would open for the question.
    env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  } catch (error) {
    closeContext(gl);
    throw error;
  } finally {
    // The next backend of tfjs would share it, and lose it with this device: that of a model of tfjs-layers.
    clearWebGLContext(2);
  }
  const painter = createPainter(gl);
  const limit = Math.min(maxTextureSize, gl.getParameter(gl.MAX_TEXTURE_SIZE) as number);

  const fitsLarge = blockOutputs(LARGE_BLOCK).length <= (gl.getParameter(gl.MAX_DRAW_BUFFERS) as number);
  const block = fitsLarge && (software ?? isSoftwareRenderer(rendererOf(gl))) ? LARGE_BLOCK : SMALL_BLOCK;

  const check = (): void => {
    if (gl.isContextLost()) throw new ContextLostError();
  };
  const fit = (height: number, width: number): void => {
    if (height > limit || width > limit) {
      throw new RangeError(`A texture of ${height} × ${width} texels exceeds this GPU's ${limit}`);
    }
  };

  const grids = createGrids(backend);
  const { texture } = grids;
  const allocate = (height: number, width: number): Grid => {
    check();
    fit(height, width);
    return grids.allocate(height, width);
  };
  const allocateAll = <O extends string>(names: readonly O[], height: number, width: number): Record<O, Grid> =>
    Object.fromEntries(names.map((name) => [name, allocate(height, width)])) as Record<O, Grid>;
  const draw = <I extends string, U extends string, O extends string>(
    program: Program<I, U, O>,
    outputs: Readonly<Record<O, Grid>>,
    extent: Extent,
    inputs: Readonly<Record<I, Grid>>,
    uniforms: Readonly<Record<U, number>>,
  ): void =>
    painter.draw(
      program,
      program.outputs.map((name) => texture(outputs[name])),
      extent,
      program.inputs.map((name) => texture(inputs[name])),
      program.uniforms.map(({ name }) => uniforms[name]),
    );

  return {
    backend,
    gl,
    maxTextureSize: limit,
    block,
    check,
    allocate,
    write(grid, y, height, values) {
      gl.bindTexture(gl.TEXTURE_2D, texture(grid));
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, y, grid.shape[1]! / 2, height, gl.RGBA, gl.FLOAT, values);
      gl.bindTexture(gl.TEXTURE_2D, null);
    },
    run(program, height, width, inputs, uniforms) {
      const outputs = allocateAll(program.outputs, height, width);
      draw(program, outputs, { top: 0, height, width }, inputs, uniforms);
      return outputs;
    },
    runParts(parts, height, width, inputs) {
      const outputs = allocateAll(parts[0]!.program.outputs, height, width);
      for (const { program, ...rows } of parts) draw(program, outputs, { ...rows, width }, inputs, {});
      return outputs;
    },
    release(...released) {
      released.forEach(grids.release);
    },
    deleteFree() {
      painter.forget(grids.deleteFree());
    },
    read(sources) {
      return readback(
        gl,
        sources.map((grid) => ({
          texture: texture(grid),
          height: grid.shape[0]! / 2,
          width: grid.shape[1]! / 2,
        })),
      );
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      backend.dispose();
      closeContext(gl);
    },
  };
}
