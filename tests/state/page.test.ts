import { describe, expect, it } from 'vitest';
import { isDark, Page } from '../../src/state/page';
import type { PageSettings } from '../../src/state/pageSettings';

/** A system whose wishes the test changes. */
function fakeSystem() {
  const wishes = new Map<string, boolean>();
  const listeners = new Set<() => void>();
  return {
    ask: (query: string) => ({
      get matches() {
        return wishes.get(query) ?? false;
      },
      addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
    }),
    wish(part: string, value: boolean): void {
      wishes.set([...QUERIES].find((query) => query.includes(part))!, value);
      for (const listener of listeners) listener();
    },
    listeners,
  };
}
const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'];

const create = (settings: Partial<PageSettings> = {}) => {
  const system = fakeSystem();
  const page = new Page(system.ask as ConstructorParameters<typeof Page>[0], settings);
  return { system, page };
};

describe('a page', () => {
  it('is as dark as the system, unless the reader has chosen', () => {
    const { system, page } = create();
    expect(isDark(page.store.getState())).toBe(false);
    system.wish('dark', true);
    expect(isDark(page.store.getState())).toBe(true);
    page.set({ theme: 'light' });
    expect(isDark(page.store.getState())).toBe(false);
    system.wish('dark', false);
    page.set({ theme: 'dark' });
    expect(isDark(page.store.getState())).toBe(true);
  });

  it('plays by itself unless it is told not to, or the system asks for less motion, which no setting records', () => {
    const { system, page } = create();
    expect(page.autoplay).toBe(true);
    system.wish('motion', true);
    expect(page.autoplay).toBe(false);
    expect(page.settings).toEqual({ autoplay: true, lang: 'auto', theme: 'auto' });
    expect(create({ autoplay: false }).page.autoplay).toBe(false);
  });

  it.each([
    ['autoplay', 1],
    ['lang', 'fr'],
    ['theme', true],
  ])('refuses %s %s before anything changes', (key, value) => {
    const { page } = create();
    const before = page.settings;
    expect(() => page.set({ theme: 'dark', [key]: value })).toThrow(RangeError);
    expect(page.settings).toBe(before);
    expect(() => page.set({ beta: 1 } as Partial<PageSettings>)).toThrow('There is no setting beta');
  });

  it('changes nothing for no change, and stops listening when it is told to', () => {
    const { system, page } = create();
    const before = page.store.getState();
    page.set({ lang: 'auto' });
    expect(page.store.getState()).toBe(before);
    expect(system.listeners.size).toBeGreaterThan(0);
    page.dispose();
    expect(system.listeners.size).toBe(0);
  });
});
