/** The page's own files from what the page keeps (offline.ts), where the network is away; never what the server answers. */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || !pathname.startsWith('/nop/')) return;
  const kept = () => caches.match(event.request, { ignoreSearch: true, ignoreVary: true });
  event.respondWith(
    pathname.startsWith('/nop/assets/')
      ? kept().then((own) => own ?? fetch(event.request))
      : fetch(event.request).catch(async () => (await kept()) ?? Response.error()),
  );
});
