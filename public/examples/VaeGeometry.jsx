import { useEffect, useImperativeHandle, useRef } from 'react';

// On your site, the address of the lab: https://…/
const SITE = '../';

/** The script is loaded once, however many figures there are. */
function loadScript() {
  if (customElements.get('vae-geometry') || document.querySelector('script[data-vae-geometry]')) return;
  const script = document.createElement('script');
  script.src = `${SITE}embed.js`;
  script.async = true;
  script.dataset.vaeGeometry = '';
  document.head.append(script);
}

/** Attributes are text, whatever React makes of true and false; `style` and what listens stay as they are. */
const attribute = (value) => (typeof value === 'boolean' || typeof value === 'number' ? String(value) : value);

/**
 * A figure in a React page. Its props are the attributes of the element; `onFrame` gets the numbers of the training, and
 * `ref` the element itself, to play(), pause(), step(n) and set({ … }).
 */
export function VaeGeometry({ onFrame, ref, ...props }) {
  const own = useRef(null);
  useImperativeHandle(ref, () => own.current, []);
  useEffect(loadScript, []);
  useEffect(() => {
    const { current } = own;
    const tell = ({ detail }) => onFrame?.(detail);
    current.addEventListener('frame', tell);
    return () => current.removeEventListener('frame', tell);
  }, [onFrame]);
  const attributes = Object.fromEntries(Object.entries(props).map(([name, value]) => [name, attribute(value)]));
  return (
    <vae-geometry ref={own} {...attributes}>
      <a href={SITE}>
        <img src={`${SITE}poster.webp`} alt="Ellipses that cover a circle" width={1184} height={560} />
      </a>
    </vae-geometry>
  );
}
