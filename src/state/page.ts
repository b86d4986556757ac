import { createStore, type StoreApi } from 'zustand/vanilla';
import { changedKeys, checkSetting } from './checkSetting';
import { NoticeBoard } from './notices';
import { defaultPageSettings, PAGE_SPECS, type PageSettings } from './pageSettings';

/** What the reader's system asks for; never written into an address. */
export interface SystemWishes {
  readonly dark: boolean;
  /** Less motion. */
  readonly still: boolean;
}

export interface PageState {
  readonly settings: PageSettings;
  readonly system: SystemWishes;
}

/** How a page asks its system: `matchMedia` in a browser. */
export type AskSystem = (query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;

const QUERIES = {
  dark: '(prefers-color-scheme: dark)',
  still: '(prefers-reduced-motion: reduce)',
} as const satisfies Record<keyof SystemWishes, string>;

/** What belongs to the page and to none of its figures: language, theme, motion, and messages about the page. */
export class Page {
  readonly store: StoreApi<PageState>;
  readonly notices = new NoticeBoard();
  private readonly stopListening: () => void;

  constructor(askSystem: AskSystem, settings: Partial<PageSettings> = {}) {
    const dark = askSystem(QUERIES.dark);
    const still = askSystem(QUERIES.still);
    const system = (): SystemWishes => ({ dark: dark.matches, still: still.matches });
    this.store = createStore<PageState>(() => ({
      settings: { ...defaultPageSettings(), ...settings },
      system: system(),
    }));
    const update = (): void => this.store.setState({ system: system() });
    dark.addEventListener('change', update);
    still.addEventListener('change', update);
    this.stopListening = () => {
      dark.removeEventListener('change', update);
      still.removeEventListener('change', update);
    };
  }

  get settings(): PageSettings {
    return this.store.getState().settings;
  }

  /** Whether figures begin to train by themselves: what was chosen, unless the system asks for less motion. */
  get autoplay(): boolean {
    return this.settings.autoplay && !this.still;
  }

  get still(): boolean {
    return this.store.getState().system.still;
  }

  /** @throws RangeError naming key, value and range, before anything has changed */
  set(changes: Partial<PageSettings>): void {
    for (const [key, value] of Object.entries(changes)) checkSetting(key, value, PAGE_SPECS);
    const { settings } = this;
    if (changedKeys(changes, settings).length > 0) this.store.setState({ settings: { ...settings, ...changes } });
  }

  dispose(): void {
    this.stopListening();
  }
}

/** Whether the page is dark: what the reader chose, else what the system says. */
export const isDark = ({ settings: { theme }, system }: PageState): boolean =>
  theme === 'auto' ? system.dark : theme === 'dark';
