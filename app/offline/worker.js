/**
 * The service worker of the hosted page: stores the built page in the browser, so that it opens without a network.
 * `FILES` is written by the build: path below this worker → the first 16 hex digits of its SHA-256, or null for a large
 * file, which is stored on first use under a name made of its content. A file whose sum differs from the build's is not
 * used.
 */
const FILES = __FILES__;
const NAME = 'thi-dua-so-';
const CACHE = `${NAME}__VERSION__`;

const address = (path) => new URL(path, self.registration.scope).href;

/** An answer read whole when it is the file with this sum; undefined otherwise. */
async function checked(answer, sum) {
  if (!answer?.ok) return undefined;
  const bytes = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 8);
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return found === sum ? new Response(bytes, { headers: answer.headers }) : undefined;
}

/** The file from the cache of an older version, if unchanged, else from the network. */
async function fileOf(path, sum) {
  const file =
    (await checked(await caches.match(address(path)), sum)) ??
    (await checked(await fetch(address(path), { cache: 'no-cache' }), sum));
  if (file === undefined) throw new Error(`${path} is of another version`);
  return file;
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  const listed = Object.entries(FILES).filter(([, sum]) => sum !== null);
  await Promise.all(listed.map(async ([path, sum]) => cache.put(address(path), await fileOf(path, sum))));
  // A file that an older version had stored and that is unchanged need not be fetched again.
  for (const path of Object.keys(FILES).filter((one) => FILES[one] === null)) {
    const kept = await caches.match(address(path));
    if (kept) await cache.put(address(path), new Response(await kept.arrayBuffer(), { headers: kept.headers }));
  }
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(NAME) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answerTo(path, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address(path));
  if (kept) return kept;
  const answer = await fetch(request);
  if (FILES[path] === null && answer.ok) await cache.put(address(path), answer.clone());
  return answer;
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
// A newer version waits until the officer agrees: an open page goes on with the files it began with.
self.addEventListener('message', (event) => {
  if (event.data === 'use-now') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return;
  // By path alone: what stands after the question mark changes nothing.
  const path =
    decodeURIComponent(url.href.slice(self.registration.scope.length).replace(/[?#].*$/, '')) || 'index.html';
  if (Object.hasOwn(FILES, path)) event.respondWith(answerTo(path, request));
});
