import type { KeyboardEvent, ReactNode } from 'react';

interface WordButtonProps extends Omit<React.HTMLAttributes<HTMLSpanElement>, 'onClick' | 'role' | 'tabIndex'> {
  readonly children: ReactNode;
  press(): void;
}

/**
 * Words that can be pressed, and break across lines as the text around them does. An element `button` is a box of its own:
 * no line breaks within it, and a comma after it may begin a line, which is wrong in Chinese.
 */
export function WordButton({ children, press, ...others }: WordButtonProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    // A space would scroll the page.
    event.preventDefault();
    if (!event.repeat) press();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would not break across lines
    <span {...others} role="button" tabIndex={0} onClick={press} onKeyDown={onKeyDown}>
      {children}
    </span>
  );
}
