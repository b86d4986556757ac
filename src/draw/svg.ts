/**
 * SVG elements that stand for data. What is in the first picture is made by these few lines: a library for it would be
 * a twentieth of all that has to come before that picture.
 */

type Names = keyof SVGElementTagNameMap;

/** null takes an attribute away. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** Sets those attributes that are not so already: what does not change is not painted again. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

export function svgElement<Name extends Names>(name: Name, attributes: Attributes = {}): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(element, attributes);
  return element;
}

type Key = string | number;

/** What stands for data in a parent: by what it is, and by key. */
const elements = new WeakMap<Element, Map<string, Map<Key, Element>>>();

/**
 * One element for each datum, made once and kept for as long as its key is there.
 * @param what of several kinds in one parent
 * @returns the elements in the order of the data, which is theirs in the parent, too, while keys that stay keep theirs
 */
export function joined<Datum, E extends Element>(
  parent: Element,
  what: string,
  data: readonly Datum[],
  keyOf: (datum: Datum) => Key,
  make: (datum: Datum) => E,
): E[] {
  let kinds = elements.get(parent);
  if (kinds === undefined) {
    kinds = new Map();
    elements.set(parent, kinds);
  }
  const before = kinds.get(what);
  const [first] = before?.values() ?? [];
  const now = new Map<Key, E>();
  let last: Element | null = null;
  for (const datum of data) {
    const key = keyOf(datum);
    let element = before?.get(key) as E | undefined;
    if (element === undefined) {
      element = make(datum);
      if (last !== null) last.after(element);
      else if (first !== undefined) first.before(element);
      else parent.append(element);
    }
    now.set(key, element);
    last = element;
  }
  for (const [key, element] of before ?? []) if (!now.has(key)) element.remove();
  kinds.set(what, now);
  return [...now.values()];
}
