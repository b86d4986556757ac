import { describe, expect, it } from 'vitest';
import type { bindSite } from '../../src/figures/addressBar';
import { lateAddressBar } from '../../src/figures/lateAddressBar';
import type { AddressBar } from '../../src/state/addressBar';
import { turn } from '../support/fakeClient';
import { makeLabs } from '../support/makeLabs';

/** A late address bar whose script comes, or does not, and what has happened to it. */
function open({ labless = false } = {}) {
  const { page, labs } = makeLabs();
  const lab = labs.add({ id: 'lab', settings: {} });
  const done: string[] = [];
  const made: AddressBar = {
    arrive: () => void done.push('arrive'),
    link: () => 'its link',
    dispose: () => void done.push('dispose'),
  };
  const network = { online: true };
  const browser = Object.assign(new EventTarget(), { location: { href: 'https://example.org/#b=1' } });
  const bar = lateAddressBar(
    labless ? [] : [lab],
    page.notices,
    () => {
      done.push('bind');
      return made;
    },
    browser as unknown as Window,
    async () => {
      done.push('fetch');
      if (!network.online) throw new Error('offline');
      return { bindSite: (() => made) as typeof bindSite };
    },
  );
  return {
    bar,
    done,
    network,
    /** A lab that failed has no picture to come. */
    drawn: () => lab.store.setState({ failure: { kind: 'defect', message: 'no picture' } }),
    type: () => browser.dispatchEvent(new Event('hashchange')),
    notices: () => page.notices.store.getState(),
  };
}

describe('an address bar that comes late', () => {
  it('is fetched once the picture is there, and gives the address as it is until then', async () => {
    const { bar, done, drawn } = open();
    await turn();
    expect(done).toEqual([]);
    expect(bar.link()).toBe('https://example.org/#b=1');
    drawn();
    drawn();
    await turn();
    expect(done).toEqual(['fetch', 'bind']);
    expect(bar.link()).toBe('its link');
  });

  it('is fetched at once where another address is typed, or there is no picture to wait for', async () => {
    const typed = open();
    typed.type();
    typed.type();
    await turn();
    expect(typed.done).toEqual(['fetch', 'bind']);
    const labless = open({ labless: true });
    await turn();
    expect(labless.done).toEqual(['fetch', 'bind']);
  });

  it('goes to the place of the address when both it and the page are there', async () => {
    const early = open();
    early.bar.arrive();
    early.drawn();
    await turn();
    expect(early.done).toEqual(['fetch', 'bind', 'arrive']);
    const late = open();
    late.drawn();
    await turn();
    late.bar.arrive();
    expect(late.done).toEqual(['fetch', 'bind', 'arrive']);
  });

  it('tells where its script does not come, and offers another try', async () => {
    const { done, network, drawn, notices } = open();
    network.online = false;
    drawn();
    await turn();
    const [notice] = notices();
    expect(notice).toMatchObject({ kind: 'said', retry: expect.any(Function) });
    network.online = true;
    if (notice?.kind === 'said') notice.retry!();
    await turn();
    expect(done).toEqual(['fetch', 'fetch', 'bind']);
  });

  it('lets go when it is told to, also while its script is on its way', async () => {
    const { bar, done, drawn } = open();
    drawn();
    bar.dispose();
    await turn();
    expect(done).toEqual(['fetch']);
    const other = open();
    other.bar.dispose();
    other.drawn();
    other.type();
    await turn();
    expect(other.done).toEqual([]);
  });
});
