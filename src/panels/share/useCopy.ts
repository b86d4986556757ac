import { useEffect, useState } from 'react';

/** Ms for which it is said that something was copied. */
const SAID = 2500;

/** How the last copying went: null once that has been said for long enough, or before any. */
type Copied = 'copied' | 'refused' | null;

interface Copying {
  readonly copied: Copied;
  /** Whether the text is in the clipboard then. */
  copy(text: string): Promise<boolean>;
  forget(): void;
}

/** Puts text into the clipboard, where the page may. A refusal is said until the next try. */
export function useCopy(): Copying {
  const [copied, setCopied] = useState<Copied>(null);
  useEffect(() => {
    if (copied !== 'copied') return;
    const timer = setTimeout(() => setCopied(null), SAID);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        setCopied('copied');
        return true;
      } catch {
        // Not given to frames of other sites, nor where there is no secure connection.
        setCopied('refused');
        return false;
      }
    },
    forget: () => setCopied(null),
  };
}
