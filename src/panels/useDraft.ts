import { useEffect, useState } from 'react';

/**
 * A text field that takes effect when it is left or Enter is pressed.
 * @param present what it shows where nothing is typed
 * @param commit takes the text; returns what the field shows from then on, or null to leave what was typed, as where it is
 * refused
 */
export function useDraft(present: string, commit: (text: string) => string | null) {
  const [draft, setDraft] = useState(present);
  useEffect(() => setDraft(present), [present]);
  const take = (): void => {
    // `present` alone would not do: it stays where the text comes to the same value.
    if (draft !== present) setDraft(commit(draft) ?? draft);
  };
  return {
    value: draft,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setDraft(event.target.value),
    onBlur: take,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter') take();
    },
  };
}
