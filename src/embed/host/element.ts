/**
 * The script of pages that show a figure of this site: the element <vae-geometry>. Its attributes are the figure's
 * settings and what else a figure's address can say; its children are shown until the figure is there, and where it
 * cannot be.
 */
import { embed } from '../../text/embed';
import {
  type FrameMessage,
  type FrameNumbers,
  type HostMessage,
  isFrameMessage,
  MARK,
  type SettingValues,
} from '../messages';
import { listOf, OF_DATA, OF_THE_FRAME, SETTINGS, settingText } from './attributes';

/** The address of this script, which the figures lie beside; a module knows it from the place of an error alone. */
const SCRIPT =
  (document.currentScript as HTMLScriptElement | null)?.src ??
  /https?:\/\/\S+?\.m?js(?=[:?])/.exec(new Error().stack ?? '')?.[0] ??
  location.href;

/** A frame that waits lies behind what stands in for it, as large as that. */
const STYLE = `:host{display:block;position:relative}:host([hidden]),slot{display:none}
iframe{display:block;width:100%;height:640px;border:0}
.waits{position:absolute;inset:0;height:100%!important;visibility:hidden}.waits+slot{display:block}`;

interface Asked {
  resolve(frame: FrameNumbers | null): void;
  reject(error: Error): void;
}

class VaeGeometry extends HTMLElement {
  static readonly observedAttributes = [...OF_THE_FRAME, 'title', ...SETTINGS.keys()];

  /** Resolves when the figure is there; what is asked of it before waits for that. */
  ready!: Promise<void>;
  #isReady!: () => void;
  #wasReady = false;
  #frame: HTMLIFrameElement | null = null;
  #isSized = false;
  /** Where its messages come from. */
  #origin = '';
  /** What has not been answered yet, by number. */
  readonly #asked = new Map<number, Asked>();
  #count = 0;
  /** Attributes that have changed and not taken effect yet. */
  readonly #changed = new Set<string>();
  readonly #root = this.attachShadow({ mode: 'open' });

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    const standIn = document.createElement('slot');
    // Where the script was there before the element, what stands in the element comes after it.
    standIn.addEventListener('slotchange', () => this.#standIn());
    this.#root.append(standIn);
    this.#wait();
  }

  connectedCallback(): void {
    addEventListener('message', this.#hear);
    this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    this.#close();
  }

  attributeChangedCallback(name: string): void {
    if (this.#frame === null) return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#follow());
    this.#changed.add(name);
  }

  play(): void {
    this.#say({ type: 'play' });
  }

  pause(): void {
    this.#say({ type: 'pause' });
  }

  /** Pauses, trains exactly `count` steps, and resolves to the numbers after them. */
  step(count = 1): Promise<FrameNumbers | null> {
    return this.#ask((reply) => ({ type: 'step', count, reply }));
  }

  /** Changes settings, as `{ beta: 4 }`. @throws RangeError, as a rejection, before anything has changed */
  async set(settings: SettingValues): Promise<void> {
    await this.#ask((reply) => ({ type: 'set', settings, reply }));
  }

  #wait(): void {
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
  }

  #open(): void {
    const address = new URL(this.getAttribute('src') ?? 'embed.html', SCRIPT);
    address.hash = String(new URLSearchParams(this.#choices()));
    const frame = document.createElement('iframe');
    const sandbox = this.getAttribute('sandbox');
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    // Without an origin of its own a frame is known by its window alone.
    this.#origin = sandbox === null || /\ballow-same-origin\b/i.test(sandbox) ? address.origin : 'null';
    frame.loading = 'lazy';
    frame.allow = 'clipboard-write; fullscreen';
    frame.title = this.#title();
    frame.src = address.href;
    const height = Number(this.getAttribute('height'));
    if (height > 0) frame.style.height = `${height}px`;
    this.#frame = frame;
    this.#isSized = false;
    this.#standIn();
    this.#root.prepend(frame);
  }

  /** Shows what is in the element, if anything, until the figure has said how high it is. */
  #standIn(): void {
    const isThere = this.childElementCount > 0 || this.textContent.trim() !== '';
    if (this.#frame !== null) this.#frame.className = isThere && !this.#isSized ? 'waits' : '';
  }

  #close(): void {
    this.#frame?.remove();
    this.#frame = null;
    for (const { reject } of this.#asked.values()) reject(new Error('The figure was taken off the page'));
    this.#asked.clear();
    if (this.#wasReady) this.#wait();
    this.#wasReady = false;
  }

  /** What the address of the frame says. */
  #choices(): string[][] {
    const choices = listOf(this.getAttribute('hide')).map((control) => [`${control}_hide`, '1']);
    const figure = this.getAttribute('figure');
    const panels = listOf(this.getAttribute('panels'));
    if (figure) choices.push(['figure', figure]);
    if (panels.length > 0) choices.push(['panels', panels.join()]);
    // A page without an origin, such as one opened as a file, cannot be told from others: it gets the height alone.
    if (origin !== 'null') choices.push(['host', origin]);
    // What else an address says, such as the settings of a second lab.
    choices.push(...new URLSearchParams(this.getAttribute('state') ?? ''));
    for (const [name, key] of SETTINGS) {
      const text = settingText(name, this.getAttribute(name));
      if (text !== null) choices.push([key, text]);
    }
    return choices;
  }

  #title(): string {
    return this.title || embed[settingText('lang', this.getAttribute('lang')) === 'zh' ? 'zh' : 'en'].title;
  }

  /** Attributes have changed: the running lab follows, unless it takes another frame. */
  #follow(): void {
    const names = [...this.#changed];
    this.#changed.clear();
    if (this.#frame === null) return;
    this.#frame.title = this.#title();
    if (origin === 'null' || names.some((name) => OF_THE_FRAME.includes(name))) {
      this.#close();
      this.#open();
      return;
    }
    // Those that stand beside other data hold for these, as they do in a frame that is opened with them.
    if (names.includes('data')) names.push(...OF_DATA.filter((name) => this.hasAttribute(name)));
    const settings = names
      .filter((name) => SETTINGS.has(name))
      .map((name) => [SETTINGS.get(name)!, settingText(name, this.getAttribute(name))] as const);
    if (settings.length > 0) this.#say({ type: 'set', settings: Object.fromEntries(settings) });
  }

  #ask(message: (reply: number) => HostMessage): Promise<FrameNumbers | null> {
    const reply = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#asked.set(reply, { resolve, reject });
      this.#say(message(reply));
    });
  }

  #say(message: HostMessage): void {
    // One that is asked is needed, wherever it is on the page.
    if (this.#frame !== null) this.#frame.loading = 'eager';
    void this.ready.then(() =>
      this.#frame?.contentWindow?.postMessage({ ...MARK, ...message }, this.#origin === 'null' ? '*' : this.#origin),
    );
  }

  readonly #hear = ({ source, origin: from, data }: MessageEvent): void => {
    const frame = this.#frame;
    if (frame === null || source !== frame.contentWindow || from !== this.#origin || !isFrameMessage(data)) return;
    this.#take(data, frame);
  };

  #take(message: FrameMessage, frame: HTMLIFrameElement): void {
    const tell = (detail: unknown): boolean => this.dispatchEvent(new CustomEvent(message.type, { detail }));
    switch (message.type) {
      case 'ready':
        this.#wasReady = true;
        this.#isReady();
        break;
      case 'size':
        this.#isSized = true;
        this.#standIn();
        frame.style.height = `${message.height}px`;
        break;
      case 'frame':
        tell(message.frame);
        break;
      case 'failed':
        tell(message.message);
        break;
      case 'done':
        this.#asked.get(message.reply)?.resolve(message.frame);
        this.#asked.delete(message.reply);
        break;
      case 'refused': {
        const asked = message.reply === null ? undefined : this.#asked.get(message.reply);
        if (message.reply !== null) this.#asked.delete(message.reply);
        // What an attribute says is asked by nobody who would hear of it.
        if (asked === undefined) tell(message.message);
        else asked.reject(new (message.name === 'RangeError' ? RangeError : Error)(message.message));
      }
    }
  }
}

if (customElements.get('vae-geometry') === undefined) customElements.define('vae-geometry', VaeGeometry);
