import type { Frame } from '../worker/frameProtocol';

/** What `circleCoverage` is a share of: [−1, 1] where codes have one axis. */
export const coveredUnit = ({ latent }: Pick<Frame, 'latent'>): 'circle' | 'interval' =>
  latent === 1 ? 'interval' : 'circle';
