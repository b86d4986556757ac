import { Labs } from '../../src/state/labs';
import { Page } from '../../src/state/page';
import type { PageSettings } from '../../src/state/pageSettings';
import { FakeClient } from './fakeClient';
import { FakeLibrary } from './labs';

const still = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };

/** The labs of a page, none yet, whose workers do what the test has them do. */
export function makeLabs(settings: Partial<PageSettings> = {}) {
  const page = new Page(() => still, settings);
  const clients: FakeClient[] = [];
  const draws: (() => void)[] = [];
  const labs = new Labs(
    {
      startClient: () => {
        const client = new FakeClient();
        clients.push(client);
        return client;
      },
      library: new FakeLibrary(),
      baseUrl: 'https://example.org/',
      schedule: (draw) => draws.push(draw),
      nextFrame: () => undefined,
    },
    page,
    { cores: 2, now: () => 0, after: () => () => undefined },
  );
  return {
    page,
    labs,
    /** The workers that were started. */
    clients,
    /** The next picture is due. */
    draw(): void {
      for (const each of draws.splice(0)) each();
    },
  };
}
