import type { ComponentProps } from 'react';
import { BELOW } from '../below';
import { useScene } from '../scene';

/** A link of the text. Where nothing moves one to a figure below the article is its words alone: the figure is not there. */
export function Link({ href, children, ...others }: ComponentProps<'a'>) {
  const { Figure } = useScene();
  if (Figure === null && BELOW.some((id) => href === `#${id}`)) return children;
  return (
    <a href={href} {...others}>
      {children}
    </a>
  );
}
