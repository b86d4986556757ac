/**
 * The addresses that the site's content security policy refused to fetch from here: a browser tells so in an event, while
 * the fetch fails as if there were no network.
 */
const refusedOrigins = new Set<string>();

// Node has no such event.
if ('addEventListener' in globalThis) {
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent;
    if (effectiveDirective === 'connect-src' && URL.canParse(blockedURI))
      refusedOrigins.add(new URL(blockedURI).origin);
  });
}

/** Whether the policy refused an address, to be asked once a fetch of it has failed. */
export async function isRefused(url: string): Promise<boolean> {
  // The event is a task of its own, which may come after the failure.
  await new Promise((resolve) => setTimeout(resolve));
  return URL.canParse(url) && refusedOrigins.has(new URL(url).origin);
}
