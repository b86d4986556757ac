import { useEffect, useState } from 'react';

interface Draft {
  /** What the input of the field has. */
  readonly field: Pick<React.ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'>;
  /** Whether what is written was refused when it was last taken. */
  readonly refused: boolean;
  /** Takes what is written. @returns whether it fits */
  take(): boolean;
}

/**
 * A text field that takes effect when it is left or Enter is pressed.
 * @param present what it shows where nothing is typed
 * @param commit takes the text; returns what the field shows from then on, or null where it is refused: then it shows what
 * was typed
 * @param subject what the text is about: of another one, what was typed is gone
 */
export function useDraft(present: string, commit: (text: string) => string | null, subject?: string): Draft {
  const [draft, setDraft] = useState(present);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    setDraft(present);
    setRefused(false);
  }, [present, subject]);
  const take = (): boolean => {
    // What is refused may have been mended to what was there before.
    if (draft === present && !refused) return true;
    const shown = commit(draft);
    setRefused(shown === null);
    if (shown !== null) setDraft(shown);
    return shown !== null;
  };
  return {
    field: {
      value: draft,
      onChange: (event) => setDraft(event.target.value),
      onBlur: take,
      onKeyDown: (event) => {
        if (event.key === 'Enter') take();
      },
    },
    refused,
    take,
  };
}
