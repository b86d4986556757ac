import { ContextLostError } from './contextLost';

export interface Readable {
  readonly texture: WebGLTexture;
  /** Texels. */
  readonly height: number;
  readonly width: number;
}

/** Milliseconds between two looks at the fence. */
const PATIENCE = 1;

/**
 * Copies float RGBA textures as they are now, and delivers them when the GPU is done: one transfer for all of them,
 * and no wait in between, since the copies go to a buffer on the GPU first.
 * @returns 4·height·width values for each texture
 * @throws ContextLostError, instead of waiting for a fence that never comes
 */
export async function readback(gl: WebGL2RenderingContext, sources: readonly Readable[]): Promise<Float32Array[]> {
  if (gl.isContextLost()) throw new ContextLostError();
  const offsets: number[] = [];
  let size = 0;
  for (const { height, width } of sources) {
    offsets.push(size);
    size += 4 * height * width;
  }
  // Chromium up to 147 at least ends its GPU process, and every context of the page, over a buffer of no length.
  if (size === 0) return sources.map(() => new Float32Array(0));

  // Phase 1: copy the textures side by side into one buffer.
  const buffer = gl.createBuffer();
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, 4 * size, gl.STREAM_READ);
  sources.forEach(({ texture, height, width }, i) => {
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, 4 * offsets[i]!);
  });
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.deleteFramebuffer(framebuffer);

  // Phase 2: let the GPU work.
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  try {
    while (fence && !passed(gl, fence)) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    if (gl.isContextLost()) throw new ContextLostError();

    // Phase 3: fetch the buffer.
    const values = new Float32Array(size);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, values);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    return sources.map(({ height, width }, i) => values.subarray(offsets[i]!, offsets[i]! + 4 * height * width));
  } finally {
    gl.deleteSync(fence);
    gl.deleteBuffer(buffer);
  }
}

function passed(gl: WebGL2RenderingContext, fence: WebGLSync): boolean {
  if (gl.isContextLost()) throw new ContextLostError();
  const status = gl.clientWaitSync(fence, 0, 0);
  return status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED;
}
