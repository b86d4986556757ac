import { Component, type ReactNode } from 'react';
import type { Words } from '../text';
import { Failure } from './Failure';

interface BoundaryProps {
  readonly words: Words;
  /** Puts the sentence into what is left, where nothing else is. */
  readonly around?: (failure: ReactNode) => ReactNode;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: Error | null;
}

/** Where rendering its children throws, a sentence takes their place, with another try; the rest of the page stays. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): BoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { words, around, children } = this.props;
    const { error } = this.state;
    if (error === null) return children;
    const retry = (): void => this.setState({ error: null });
    const failure = <Failure says={words.failure.broke(error.message)} words={words} retry={retry} />;
    return around === undefined ? failure : around(failure);
  }
}
