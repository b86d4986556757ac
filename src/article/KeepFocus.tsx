import { Component, type ReactNode, type RefObject } from 'react';

interface KeepFocusProps {
  /** The element around the children. */
  readonly within: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/**
 * Where other elements take the place of the children, the one of the same id gets the focus that one of them had: keys go on
 * from there. A class, since hooks come after what had the focus has gone.
 */
export class KeepFocus extends Component<KeepFocusProps> {
  override getSnapshotBeforeUpdate(): string | null {
    const { activeElement } = document;
    return this.props.within.current?.contains(activeElement) ? activeElement!.id : null;
  }

  override componentDidUpdate(_props: KeepFocusProps, _state: unknown, focused: string | null): void {
    if (focused && document.activeElement === document.body)
      document.getElementById(focused)?.focus({ preventScroll: true });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
