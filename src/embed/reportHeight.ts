import { MARK } from './messages';

/**
 * Tells the page around the frame how high it is, whenever that changes: in the form of this project's own host script,
 * in that of Embedly, which Medium and others listen to, and in that of AMP.
 * https://docs.embed.ly/reference/provider-height-resizing and https://amp.dev/documentation/components/amp-iframe
 * @param origin of that page; null where it is not known, since a height is no secret
 * @returns a function that measures at once: browsers do not lay out a frame that nobody sees, and so observe nothing of it
 */
export function reportHeight(origin: string | null): () => void {
  // By this address the page around knows the frame; later ones differ from it.
  const src = location.href;
  let said = 0;
  const measure = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === said || height === 0) return;
    said = height;
    for (const message of [
      { ...MARK, type: 'size', height },
      JSON.stringify({ src, context: 'iframe.resize', height }),
      { sentinel: 'amp', type: 'embed-size', height },
    ]) {
      parent.postMessage(message, origin ?? '*');
    }
  };
  new ResizeObserver(measure).observe(document.body);
  return measure;
}
