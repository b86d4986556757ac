import { createElement, Fragment, type ReactNode, useEffect } from 'react';
import type { Root } from 'react-dom/client';

/** Renders parts, and waits until their effects have run as well: what they listen for then, they hear. */
export function rendered(react: Root, parts: ReactNode): Promise<void> {
  return new Promise((resolve) => {
    // Its effect runs after those of all that stands before it.
    const Last = (): null => {
      useEffect(() => resolve(), []);
      return null;
    };
    react.render(createElement(Fragment, null, parts, createElement(Last)));
  });
}
