import * as lucide from 'lucide-react';
import { createElement, type FunctionComponent, type ReactElement, type SVGProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import createIcon from '../../site/createIcon';
import { readSources } from '../support/sources';

/** What lucide itself makes an icon of; its component hands that on. */
interface Original extends FunctionComponent<SVGProps<SVGSVGElement>> {
  render(props: object, ref: null): ReactElement<{ icon: Parameters<typeof createIcon>[0] }>;
}

const ORIGINALS = new Map(Object.entries(lucide)) as unknown as ReadonlyMap<string, Original>;

/** Names of all icons of the page, as lucide exports them. */
const NAMES = readSources().flatMap(({ text }) =>
  [...text.matchAll(/import \{([^}]*)\} from 'lucide-react'/g)].flatMap(([, list]) =>
    list!
      .split(',')
      .map((name) => name.trim().split(' as ')[0]!)
      .filter((name) => name !== '' && !name.startsWith('type ')),
  ),
);

/** Without the classes of former names of the icon, which no style here knows. */
const bare = (markup: string): string => markup.replace(/(class="lucide lucide-[^ "]+)[^"]*"/, '$1"');

describe('an icon in a build', () => {
  it.each([...new Set(NAMES)])('%s is the same as the one of lucide', (name) => {
    const original = ORIGINALS.get(name)!;
    const { icon } = original.render({}, null).props;
    const props = { 'aria-hidden': true, id: 'an-icon' } as const;
    const made = renderToStaticMarkup(createElement(createIcon(icon), props));
    expect(bare(made)).toBe(bare(renderToStaticMarkup(createElement(original, props))));
  });

  it('is looked for where there are icons', () => {
    expect(NAMES).toContain('Play');
  });
});
