/** What the smoke tests ask of a browser, whichever it is and whatever it is driven by. */

/** A page or a frame in it: somewhere to run a function. */
export interface Scope {
  /**
   * Runs a function there and waits for what it promises. The function sees nothing from outside of it but its arguments,
   * which, like its result, cross as JSON.
   * @throws Error when the function throws
   */
  evaluate<Args extends readonly unknown[], T>(body: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
}

/** Keys that the tests press, and their codes in WebDriver: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const KEY_CODES = { ArrowRight: '\uE014', Home: '\uE011', Enter: '\uE007' } as const;
export type Key = keyof typeof KEY_CODES;

export interface DrivenBrowser extends Scope {
  /** Name and version. */
  readonly version: string;
  /** Loads an address and waits until its document has been read. */
  open(url: string): Promise<void>;
  /** Runs `use` in the page's only frame. */
  inFrame<T>(use: (frame: Scope) => Promise<T>): Promise<T>;
  /** Moves the mouse; CSS pixels of the viewport. */
  movePointer(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: Key): Promise<void>;
  /** Touches the page with one finger for a moment; or, in words, why the browser's driver cannot. */
  readonly tap: ((x: number, y: number) => Promise<void>) | string;
  /** Chooses files in the file input that a CSS selector finds. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** Warnings and errors of the console, and exceptions that nobody caught, since the last `open`. */
  complaints(): Promise<string[]>;
  /** Whether the browser, or its process that shows the page, has ended by itself: nothing more can be asked of it. */
  hasEnded(): Promise<boolean>;
  /** Ends the browser and everything that it has started. */
  close(): Promise<void>;
}

/** Ms that a browser has for one answer. */
export const ANSWER_LIMIT = 30_000;

/** The code of a call, as an expression. */
export const callOf = (body: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `(${body.toString()})(...${JSON.stringify(args)})`;

/** What `promise` resolves to, or an Error that says what did not come within `ms`. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
