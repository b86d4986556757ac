import { useEffect, useState } from 'react';

/** A text field that takes effect when it is left or Enter is pressed. */
export function useDraft(present: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState(present);
  useEffect(() => setDraft(present), [present]);
  return {
    value: draft,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setDraft(event.target.value),
    onBlur: () => {
      if (draft !== present) commit(draft);
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter' && draft !== present) commit(draft);
    },
  };
}
