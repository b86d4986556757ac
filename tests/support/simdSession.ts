/** Sessions on the simd kernel, as it is compiled for these tests. */
import { createSimdEngine } from '../../src/model/simd/engine';
import { compileKernel } from '../../src/model/simd/module';
import type { EngineName, RunEvent, TimelineNews } from '../../src/worker/protocol';
import { Session } from '../../src/worker/session';
import { readKernel } from './kernel';
import { plainReason } from './sessions';

let kernel: Promise<WebAssembly.Module> | null = null;

/** What a session does unasked, as far as a test wants to know it. */
export interface Heard {
  /** Filled with the engines that were asked for. */
  readonly opened?: (EngineName | 'auto')[];
  readonly events?: RunEvent[];
  readonly told?: TimelineNews[];
}

export function createSimdSession({ opened, events, told }: Heard = {}): Session {
  return new Session({
    async openEngine(wanted, { architecture, prepare }) {
      opened?.push(wanted);
      kernel ??= readKernel().then((bytes) => compileKernel(bytes));
      const engine = await createSimdEngine(architecture, await kernel);
      prepare(engine);
      return { engine, reason: { ...plainReason, code: wanted === 'auto' ? 'faster' : 'asked' } };
    },
    openLayers: () => Promise.reject(new Error('none is wanted')),
    later: () => undefined,
    emit: (event) => events?.push(event),
    tell: (news) => told?.push(news),
  });
}
