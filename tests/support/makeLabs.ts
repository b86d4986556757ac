import { Labs } from '../../src/state/labs';
import { Page } from '../../src/state/page';
import { FakeClient } from './fakeClient';
import { FakeLibrary } from './labs';

const still = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };

/** The labs of a page, none yet, whose workers do nothing. */
export function makeLabs(): { page: Page; labs: Labs } {
  const page = new Page(() => still);
  const labs = new Labs(
    {
      startClient: () => new FakeClient(),
      library: new FakeLibrary(),
      baseUrl: 'https://example.org/',
      schedule: () => undefined,
    },
    page,
    { cores: 2, now: () => 0, after: () => () => undefined },
  );
  return { page, labs };
}
