/** The GPU or its driver dropped the WebGL context: every grid is gone, and a new engine has to be made. */
export class ContextLostError extends Error {
  override readonly name = 'ContextLostError';
  constructor() {
    super('The WebGL context was lost; rebuild the engine from its last snapshot');
  }
}
