/**
 * Whether the service worker (`worker.js`) has saved the hosted page for use without a network, and whether a newer
 * version waits.
 */

export interface OfflineState {
  /** True when the page opens without a network. */
  readonly isSaved: boolean;
  /** Changes to the newer version and loads the page again; null when there is none. */
  readonly useNewer: (() => void) | null;
}

/**
 * Asks the browser to store the page, and calls `tell` whenever the stored version changes. It is never called in a
 * browser that stores no pages, or for a page opened from a disk.
 */
export function keepOffline(tell: (now: OfflineState) => void): void {
  const workers = navigator.serviceWorker;
  if (workers === undefined || !location.protocol.startsWith('http')) return;
  workers.register('./offline.js', { updateViaCache: 'none' }).then(
    (registration: ServiceWorkerRegistration | undefined) => {
      // Where they are blocked, some browsers answer nothing.
      if (registration === undefined) return;
      const say = () => tell(stateOf(registration));
      const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', say);
      follow(registration.installing);
      registration.addEventListener('updatefound', () => follow(registration.installing));
      say();
    },
    // Nothing is lost: the page works as long as there is a network.
    () => undefined,
  );
}

function stateOf({ active, waiting }: ServiceWorkerRegistration): OfflineState {
  return {
    isSaved: active !== null,
    useNewer:
      active === null || waiting === null
        ? null
        : () => {
            navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
            waiting.postMessage('use-now');
          },
  };
}
