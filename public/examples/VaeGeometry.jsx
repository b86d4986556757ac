import { useEffect, useRef } from 'react';

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

/**
 * A figure in a React page. Its props are the attributes of the element; `onFrame` gets the numbers of the training, and
 * `ref` the element itself, to play(), pause(), step(n) and set({ … }).
 */
export function VaeGeometry({ onFrame, ref, ...settings }) {
  const own = useRef(null);
  const element = ref ?? own;
  useEffect(loadScript, []);
  useEffect(() => {
    const { current } = element;
    const tell = ({ detail }) => onFrame?.(detail);
    current?.addEventListener('frame', tell);
    return () => current?.removeEventListener('frame', tell);
  }, [element, onFrame]);
  // Attributes are text, whatever React makes of true and false.
  const attributes = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
  return (
    <vae-geometry ref={element} {...attributes}>
      <a href={SITE}>
        <img src={`${SITE}poster.webp`} alt="Ellipses that cover a circle" width={1184} height={560} />
      </a>
    </vae-geometry>
  );
}
