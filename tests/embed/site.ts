/** A page with one lab, whose workers are the test's. */
import { Labs } from '../../src/state/labs';
import { Page } from '../../src/state/page';
import type { Settings } from '../../src/state/settings';
import { FakeClient } from '../support/fakeClient';
import { FakeLibrary } from '../support/labs';

export function createSite(settings: Partial<Settings> = {}, ids: readonly string[] = ['lab']) {
  const clients: FakeClient[] = [];
  const draws: (() => void)[] = [];
  const query = { matches: false, addEventListener() {}, removeEventListener() {} };
  const page = new Page(() => query, { autoplay: false });
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
    },
    page,
    { cores: 2, now: () => 0, after: () => () => undefined },
  );
  for (const id of ids) labs.add({ id, settings });
  return {
    page,
    labs,
    clients,
    lab: labs.all[0]!.lab,
    draw(): void {
      for (const each of draws.splice(0)) each();
    },
  };
}
